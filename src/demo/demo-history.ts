import { pathTo, type RentalStatus } from '../rentals/status.ts'

/** Times are milliseconds since 1970. */
type SeenStatus = { status: RentalStatus; from: number; until: number }

/** When each step begins, as a share of the time since the rental was added: creation is quick, waiting is not. */
const begins = [0, 0.06, 0.14, 0.6]

/** What a board would have seen of a rental that was added `ageMs` before `openedAt` and has come to `status`. */
export function demoHistory(status: RentalStatus, ageMs: number, openedAt: number): readonly SeenStatus[] {
  const steps = pathTo(status)
  const times = steps.map((_, index) => Math.round(openedAt - ageMs * (1 - (begins[index] ?? 0))))
  return steps.map((step, index) => ({
    status: step,
    from: times[index] ?? openedAt,
    until: (times[index + 1] ?? openedAt) - 1,
  }))
}
