import { pathTo, type RentalStatus, type StatusCode } from '../rentals/status.ts'
import type { ReplyTargeting, Wording } from './status-reply.ts'

/** A code of the provider's page, or a text that its page does not list. */
export type StatusStage = StatusCode | string

/** `afterMs` counts from the opening of the demonstration. */
export type TimelineStep = { readonly afterMs: number; readonly status: StatusStage }

/** The first step also holds before its own time. */
export type Timeline = readonly [TimelineStep, ...TimelineStep[]]

/** Contacts wanted and available at a postcode (`cp`), or in a department, which the provider sums (`total`). */
export type DemoPlace = {
  readonly type: 'cp' | 'total'
  readonly location: string
  readonly wanted: number
  readonly available: number
}

export type DemoOrder = {
  readonly plan: Timeline
  readonly wording: Wording
  /** Without its places. */
  readonly target: ReplyTargeting
  readonly places: readonly DemoPlace[]
  /** Thousandths of a euro for one contact, 90 unless given. */
  readonly unitPrice?: number
  /** True when the reply ends its localisation with a line that sums the others. */
  readonly summed?: true
}

export type DemoRental = {
  readonly token: string
  readonly name?: string
  readonly tags: readonly string[]
  /** Before the demonstration opened. */
  readonly addedAgoMs: number
  /** Absent for a token that the provider does not know. */
  readonly order?: DemoOrder
}

export function stageAt(plan: Timeline, elapsedMs: number): StatusStage {
  return plan.findLast(step => step.afterMs <= elapsedMs)?.status ?? plan[0].status
}

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
