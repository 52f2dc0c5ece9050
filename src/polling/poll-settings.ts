/** What the user chooses, remembered and kept within bounds by the caller. */
export type PollSettings = {
  readonly paused: boolean
  /** Milliseconds between checks of an active rental; the other intervals scale with it. */
  readonly pace: number
  /** Requests a second, 0.2 to 10. */
  readonly rate: number
}

/** The paces offered, in milliseconds. */
export const baseIntervals = [5_000, 10_000, 30_000, 60_000] as const

export const defaultPollSettings: PollSettings = { paused: false, pace: 10_000, rate: 2 }
