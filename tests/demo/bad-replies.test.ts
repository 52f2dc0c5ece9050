import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { toFault } from '../../src/api/fault.ts'
import { fetchRental } from '../../src/api/fetch-rental.ts'
import { rentalState } from '../../src/rentals/summary.ts'
import { badReplies } from '../fake-provider/bad-replies.ts'
import { network } from '../network.ts'

describe('the table of bad replies', () => {
  test('has at least thirty rows, each under a name of its own', () => {
    expect(badReplies.length).toBeGreaterThanOrEqual(30)
    expect(new Set(badReplies.map(({ name }) => name)).size).toBe(badReplies.length)
  })

  test.each(badReplies.map(row => [row.name, row.rowStatus, row] as const))(
    '%s is %s',
    async (_, status, row) => {
      const { body, contentType, httpStatus, hasData } = row
      const headers = { 'Content-Type': contentType }
      network.use(
        http.get('*/api/location/status', () => new HttpResponse(body, { status: httpStatus, headers })),
      )
      const { rental, error } = await fetchRental('x').then(
        ({ rental }) => ({ rental, error: undefined }),
        (error: unknown) => ({ rental: undefined, error: toFault(error) }),
      )
      expect(rentalState(rental, error)).toBe(status)
      expect(rental !== undefined).toBe(hasData)
    },
  )
})
