import { type Loss, losses } from '../api/fault.ts'

/**
 * What the board as a whole is doing. `opening`: what was kept is shown, the polling is about to begin. `idle`: nothing
 * is left to check by itself. `slowed`: the server asked for fewer requests. A loss: one probe at a time. `blocked`: the
 * account's error stops all polling but one try now and then, until one succeeds, the user asks or the key changes.
 */
export type PollPhase = 'opening' | 'live' | 'idle' | 'paused' | 'slowed' | Loss | 'blocked'

export function isLoss(phase: string | undefined): phase is Loss {
  return losses.some(loss => loss === phase)
}
