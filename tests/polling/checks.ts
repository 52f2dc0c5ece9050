import { ApiError, HttpError } from '../../src/api/errors.ts'
import { toFault } from '../../src/api/fault.ts'
import { defaultPollSettings } from '../../src/board/preferences.ts'
import { type Check, recordReply } from '../../src/polling/check.ts'
import type { PollSettings } from '../../src/polling/check-interval.ts'
import { closedCircuit } from '../../src/polling/circuit-breaker.ts'
import type { PollContext, PolledRental } from '../../src/polling/next-check.ts'
import { fullLimiter } from '../../src/polling/rate-limiter.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'
import { replyOf } from './replies.ts'

export const faults = {
  unanswered: toFault(new HttpError(404)),
  'not-found': toFault(new ApiError(32, '')),
  refused: toFault(new ApiError(33, '')),
}

type Known = Partial<Omit<Check, 'fault'>> & {
  /** `pending`: it never answered. */
  status?: RentalStatus | 'pending'
  fault?: keyof typeof faults | undefined
}

/** What the checks of a rental brought, the latest of them at 0 unless a test says otherwise. */
export function checkOf({ status = 'generating', fault, ...known }: Known = {}): Check {
  const { checkedAt = 0 } = known
  const answered =
    status === 'pending' ? undefined : recordReply(undefined, replyOf(status, checkedAt), checkedAt)
  return {
    ...(answered ?? { history: [], jitter: 0, checkedAt }),
    failures: fault === 'unanswered' ? 1 : 0,
    fault: fault && faults[fault],
    ...known,
  }
}

export function intervalsOf(
  settings: Partial<PollSettings> = {},
  more: Partial<Pick<PollContext, 'hidden' | 'slowdown'>> = {},
): Pick<PollContext, 'settings' | 'hidden' | 'slowdown'> {
  const own = { ...defaultPollSettings, ...settings }
  return { settings: own, hidden: false, slowdown: 1, ...more }
}

/** A rental that was never checked, with what a test says of it. */
export function rentalOf(known: Partial<PolledRental> = {}): PolledRental {
  return {
    token: 'a',
    phase: 0,
    check: undefined,
    isChecking: false,
    askedAt: undefined,
    ...known,
  }
}

/** A healthy board at 1,000,000 ms with these rentals, named a, b, c… unless they have a name. */
export function contextOf(
  rentals: readonly Partial<PolledRental>[],
  known: Partial<PollContext> = {},
): PollContext {
  return {
    now: 1_000_000,
    rentals: rentals.map((rental, index) => rentalOf({ token: 'abcdefgh'[index] ?? '', ...rental })),
    ...intervalsOf(),
    circuit: closedCircuit,
    limiter: fullLimiter(0),
    inFlight: rentals.filter(({ isChecking }) => isChecking).length,
    ...known,
  }
}
