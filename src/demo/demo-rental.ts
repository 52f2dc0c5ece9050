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

export type DemoOrder = {
  readonly plan: Timeline
  readonly wording: Wording
  readonly target: ReplyTargeting
  readonly places: readonly DemoPlace[]
  /** Thousandths of a euro for one contact. */
  readonly unitPrice: number
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
