import * as z from 'zod/mini'
import { classifyFault, type Fault, faultSchema } from '../api/fault.ts'
import { momentSchema, type RentalReply, replySchema } from '../api/rental.ts'
import { appendHistory, historySchema } from './history.ts'

/** What the checks of a rental brought: the data of its query, and what tabs tell each other. */
export const checkSchema = z.object({
  /** The last good reply, whatever came after it. */
  reply: z.optional(replySchema),
  /** What was wrong with the latest check. */
  fault: z.optional(faultSchema),
  /** Checks in a row without a usable answer. */
  failures: z.number(),
  /** The draw (0 to 1) for this back-off, made once so that its length does not flicker. */
  jitter: z.number(),
  history: historySchema,
  /** When a rental that the provider knew was first not found any more, and last found; ms since 1970. */
  missing: z.optional(z.object({ from: momentSchema, foundUntil: momentSchema })),
  /**
   * When the latest check ended: milliseconds since 1970 on the board's clock, which never runs backwards as
   * `dataUpdatedAt` may. Absent for what was stored without an age: it is due at once.
   */
  checkedAt: z.optional(momentSchema),
})

export type Check = z.infer<typeof checkSchema>
export type Missing = NonNullable<Check['missing']>

/** The check after a reply. One older than the reply that is shown is ignored, but not that it is stale. */
export function recordReply(before: Check | undefined, answer: RentalReply, checkedAt: number): Check {
  // The clock may have been set back since its headers came.
  const reply = { ...answer, at: Math.min(answer.at, checkedAt) }
  const { reply: shown, history = [] } = before ?? {}
  const done = { failures: 0, jitter: 0, checkedAt }
  if (shown && reply.at < shown.at)
    return { ...done, reply: { ...shown, ...(reply.isStale && { isStale: true }) }, history }
  return { ...done, reply, history: appendHistory(history, reply.rental.status, reply.at) }
}

/** The check with its times (ms) moved, its history in order whatever comes of that. */
export function moveTimes(check: Check, move: (at: number) => number): Check {
  const { reply, history, missing, checkedAt } = check
  let latest = 0
  const moveOn = (at: number) => {
    latest = Math.max(latest, move(at))
    return latest
  }
  return {
    ...check,
    reply: reply && { ...reply, at: move(reply.at) },
    history: history.map(entry => ({ ...entry, from: moveOn(entry.from), until: moveOn(entry.until) })),
    missing: missing && { from: move(missing.from), foundUntil: move(missing.foundUntil) },
    checkedAt: checkedAt && move(checkedAt),
  }
}

/**
 * The check after a fault: the last good reply stays, the fault beside it. A fault of the board's says nothing of the
 * rental, which is tried again ten seconds later, or once the board goes on.
 */
export function recordFault(before: Check | undefined, fault: Fault, at: number, jitter: number): Check {
  const { reply, history = [], failures = 0, missing } = before ?? {}
  const kind = classifyFault(fault)
  if (kind === 'rate-limited' || kind === 'account')
    return { ...before, history, failures: 1, jitter: 1, checkedAt: at }
  const isUsable = kind === 'not-found' || kind === 'refused'
  const foundUntil = history.at(-1)?.until
  return {
    reply,
    history,
    fault,
    failures: isUsable ? 0 : failures + 1,
    jitter: isUsable ? 0 : jitter,
    missing:
      missing ?? (kind === 'not-found' && foundUntil !== undefined ? { from: at, foundUntil } : undefined),
    checkedAt: at,
  }
}
