import type { StatusCode } from '../rentals/status.ts'

/** A code of the provider's page, or a text that its page does not list. */
export type StatusStage = StatusCode | string

/** `afterMs` counts from the opening of the demonstration. */
export type TimelineStep = { readonly afterMs: number; readonly status: StatusStage }

/** The first step also holds before its own time. */
export type Timeline = readonly [TimelineStep, ...TimelineStep[]]

export function stageAt(plan: Timeline, elapsedMs: number): StatusStage {
  return plan.findLast(step => step.afterMs <= elapsedMs)?.status ?? plan[0].status
}
