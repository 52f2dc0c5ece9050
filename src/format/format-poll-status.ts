import { accountFaults } from '../api/errors.ts'
import type { I18n } from '../i18n/i18n.ts'
import type { PollStatus } from '../rentals/describe-polling.ts'
import { isLoss } from '../rentals/poll-phase.ts'
import { formatError } from './format-error.ts'

/** What follows the phase: how many rentals are tracked, and what comes next. `now` in ms since 1970. */
export function formatPollStatus(status: PollStatus, now: number, text: I18n): string {
  return [formatPollCounts(status, text), formatPollNext(status, now, text)]
    .filter(words => words !== '')
    .join(', ')
}

/** What follows says how many are active, where the interval is stretched for them. */
export function formatPollCounts(
  { phase, tracked, active, slowedInterval }: PollStatus,
  { t }: I18n,
): string {
  const isTold = phase === 'live' && slowedInterval !== undefined
  return [t.live.tracked(tracked), ...(active > 0 && !isTold ? [t.live.active(active)] : [])].join(', ')
}

/** Empty when nothing is to come. */
export function formatPollNext(status: PollStatus, now: number, { t, f }: I18n): string {
  switch (status.phase) {
    case 'paused':
      return t.live.pausedDetail
    case 'blocked': {
      const why = isKeyMissing(status) ? t.live.noKeyDetail : t.live.blockedDetail
      if (status.nextCheckAt === undefined) return why
      return `${why}, ${t.live.nextTry(f.wait(status.nextCheckAt - now))}`
    }
    case 'slowed':
      return t.live.slowedDetail(f.wait((status.until ?? now) - now))
    case 'lost':
    case 'signed-out':
    case 'unusable':
      return status.lastReplyAt === undefined
        ? t.live.lostNever
        : t.live.lostDetail(f.duration(now - status.lastReplyAt))
    case 'idle':
      if (status.tracked === 0) return ''
      return status.failed > 0 ? `${t.live.idleDetail}, ${t.live.failed(status.failed)}` : t.live.idleDetail
    case 'opening':
      return ''
    case 'live':
      if (status.slowedInterval !== undefined) {
        return t.live.activeSlowed(status.active, f.wait(status.slowedInterval))
      }
      if (status.nextCheckAt === undefined) return ''
      return status.nextCheckAt <= now || status.inFlight > 0
        ? t.live.checking
        : t.live.next(f.wait(status.nextCheckAt - now))
  }
}

/** Checks are stopped for want of a key: no account refuses anything. */
export function isKeyMissing({ phase, code = Number.NaN }: Pick<PollStatus, 'phase' | 'code'>): boolean {
  return phase === 'blocked' && accountFaults.get(code) === 'keyRequired'
}

/** A longer text is no sentence. */
const MAX_SAID_CHARS = 300

/** What the server says while no usable reply comes; undefined while it does not answer. */
export function lossWords({ phase, lastError }: PollStatus, text: I18n): string | undefined {
  const error = lastError?.fault
  const isSaid = error !== undefined && error.name !== 'NetworkError' && error.name !== 'TimeoutError'
  return isSaid && isLoss(phase) ? formatError(error, text).slice(0, MAX_SAID_CHARS) : undefined
}
