import { NetworkError, TimeoutError } from '../../api/errors.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { isLoss, type PollStatus } from '../../polling/poll-status.ts'
import { formatError } from './format-error.ts'

/** Characters: more is no sentence. */
const MAX_SAID_CHARS = 300

/** What the server itself has to say while nothing usable comes from it; absent while nobody answers. */
export function lossWords({ phase, lastError }: PollStatus, text: I18n): string | undefined {
  const error = lastError?.error
  const isSaid = error !== undefined && !(error instanceof NetworkError || error instanceof TimeoutError)
  return isSaid && isLoss(phase) ? formatError(error, text).slice(0, MAX_SAID_CHARS) : undefined
}
