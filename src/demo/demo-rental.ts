import type { ReplyTargeting } from './status-reply.ts'
import type { Wording } from './status-wording.ts'
import type { Timeline } from './timeline.ts'

/** Contacts wanted and available at a postcode (`cp`), or in a department, which the provider sums (`total`). */
export type DemoPlace = {
  readonly type: 'cp' | 'total'
  readonly location: string
  readonly wanted: number
  readonly available: number
}

/** What the simulated provider knows of one rental. */
export type DemoOrder = {
  readonly plan: Timeline
  readonly wording: Wording
  readonly target: ReplyTargeting
  readonly places: readonly DemoPlace[]
  /** The price of one contact in thousandths of a euro. */
  readonly unitPrice: number
  /** True when the reply ends its localisation with a line that sums the others. */
  readonly summed?: true
}

/** One rental of the demonstration: what the user has on the board, and the order behind it. */
export type DemoRental = {
  readonly token: string
  readonly name?: string
  readonly tags: readonly string[]
  /** How long before the opening the user added it, in milliseconds. */
  readonly addedAgoMs: number
  /** Absent for a token that the provider does not know. */
  readonly order?: DemoOrder
}
