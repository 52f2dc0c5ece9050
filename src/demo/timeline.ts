import type { StatusCode } from '../rentals/status.ts'

/** A status as the provider knows it: a code of its page, or a text that its page does not list. */
export type StatusStage = StatusCode | string

/** From `afterMs` after the opening on, the rental stands at `status`. */
export type TimelineStep = { readonly afterMs: number; readonly status: StatusStage }

/** A rental's life, first step first; the first one also holds before its own time. */
export type Timeline = readonly [TimelineStep, ...TimelineStep[]]

/** Where a rental stands `elapsedMs` after the opening. */
export function stageAt(plan: Timeline, elapsedMs: number): StatusStage {
  return plan.findLast(step => step.afterMs <= elapsedMs)?.status ?? plan[0].status
}
