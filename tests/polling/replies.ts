import type { Rental, RentalReply } from '../../src/api/rental.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'

/** A reply that says nothing but a status. */
export function replyOf(status: RentalStatus, at: number): RentalReply {
  const rental: Rental = { status, targeting: { zipcodes: [], departments: [] }, places: [], flags: [] }
  return { rental, raw: `{"status":"${status}"}`, at }
}

export function tokensOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `token-${index}`)
}
