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

/** The latest failed check, for the status panel. Times are milliseconds since 1970 on the board's clock. */
type LastError = { readonly error: Error; readonly token: string; readonly at: number }

/** What the status line says. Times are milliseconds since 1970 on the board's clock, durations milliseconds. */
export type PollStatus = {
  readonly phase: PollPhase
  /** The user's pause, whatever the phase. */
  readonly paused: boolean
  /** False when another tab of this browser polls and this one shows what it receives. */
  readonly leading: boolean
  /** When `slowed` ends; absent in every other phase. */
  readonly until: number | undefined
  /** The account error's code while `blocked`: a key of `accountFaults`. */
  readonly code: number | undefined
  readonly tracked: number
  /** Rentals without an answer yet, requested or generating: those on the shortest interval. */
  readonly active: number
  readonly inFlight: number
  readonly requestsLastMinute: number
  /** The budget, in requests a second. */
  readonly rate: number
  /** The earliest check that any rental waits for; in the past when it waits for its turn in the budget. */
  readonly nextCheckAt: number | undefined
  /** The latest readable answer for any rental. */
  readonly lastReplyAt: number | undefined
  readonly lastError: LastError | undefined
  /** How far apart the checks of an active rental really are, present only when the budget stretches them. */
  readonly slowedInterval: number | undefined
}

/** Why a rental is, or is not, about to be checked. `finished`: only when asked. */
export type CheckReason = 'first' | 'asked' | 'interval' | 'retry' | 'finished' | 'paused' | 'blocked'

/** What the board knows about the checks of one rental. */
export type CheckInfo = {
  /** A request for it is under way. */
  readonly checking: boolean
  /** In the past when it waits for its turn; absent when it is checked only if asked. */
  readonly nextCheckAt: number | undefined
  /** When its latest check ended, well or not. */
  readonly lastTriedAt: number | undefined
  /** Checks in a row that brought no usable answer. */
  readonly failures: number
  readonly why: CheckReason
}

/** Values by token that change over time; `get` gives the same object until its content changes. */
export type ObservableMap<Value> = {
  get(token: string): Value | undefined
  /** `listener` is called once after each round of changes, whichever tokens they touch. Returns the unsubscriber. */
  subscribe(listener: () => void): () => void
}

/** What the user chooses, remembered by the caller. */
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
