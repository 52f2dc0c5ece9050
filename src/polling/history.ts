import * as z from 'zod/mini'
import { momentSchema, statusSchema } from '../api/rental.ts'
import type { RentalStatus } from '../rentals/status.ts'

export const MAX_HISTORY_ENTRIES = 20

/** One status as the board saw it. Times are milliseconds since 1970 on the board's clock. */
const entrySchema = z.object({
  status: statusSchema,
  /** When a check first found it. */
  from: momentSchema,
  /** When a check last confirmed it. */
  until: momentSchema,
})

/** The statuses of one rental in the order they were seen. */
export const historySchema = z.readonly(
  z.array(entrySchema).check(
    z.maxLength(MAX_HISTORY_ENTRIES),
    z.refine(history => {
      const times = history.flatMap(({ from, until }) => [from, until])
      return times.every((time, index) => (times[index - 1] ?? 0) <= time)
    }),
  ),
)

export type History = z.infer<typeof historySchema>

/** Adds what a check found at `at`; a look from before the latest one changes nothing. */
export function appendHistory(history: History, status: RentalStatus, at: number): History {
  const last = history.at(-1)
  if (last && at <= last.until) return history
  if (last?.status === status) return [...history.slice(0, -1), { ...last, until: at }]
  const [first, ...later] = [...history, { status, from: at, until: at }]
  return first ? [first, ...later.slice(1 - MAX_HISTORY_ENTRIES)] : []
}
