import type { StatusCode } from '../rentals/status.ts'

/** A status as the provider knows it: a code of its page, or a text that its page does not list. */
export type Stage = StatusCode | string

/** From `afterMs` after the opening on, the rental stands at `status`. */
export type Step = { readonly afterMs: number; readonly status: Stage }

/** A rental's life, first step first; the first one also holds before its own time. */
export type Plan = readonly [Step, ...Step[]]

/** Where a rental stands `elapsedMs` after the opening. */
export function stageAt(plan: Plan, elapsedMs: number): Stage {
  return plan.findLast(step => step.afterMs <= elapsedMs)?.status ?? plan[0].status
}
