/**
 * How a board is without usable answers. `lost`: nobody answers, or a failing server. `signed-out`: what answers looks
 * like a login. `unusable`: the answers are something else than rentals.
 */
export const losses = ['lost', 'signed-out', 'unusable'] as const

export type Loss = (typeof losses)[number]

/**
 * What the board as a whole is doing. `opening`: what was kept is shown, the polling is about to begin. `idle`: nothing
 * is left to check by itself. `slowed`: the server asked for fewer requests. A loss: one probe at a time. `blocked`: the
 * account's error stops all polling but one try now and then, until one succeeds, the user asks or the key changes.
 */
export type PollPhase = 'opening' | 'live' | 'idle' | 'paused' | 'slowed' | Loss | 'blocked'

export function isLoss(phase: string | undefined): phase is Loss {
  return losses.some(loss => loss === phase)
}

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
