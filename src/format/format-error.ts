import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../api/errors.ts'
import type { Rental, RentalFlag } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'

export function formatError(error: unknown, { t, f }: I18n): string {
  if (error instanceof ApiError) {
    const code = error.code === undefined ? t.errors.codeless : t.errors.code(error.code)
    return error.message === '' ? t.errors.apiNoMessage(code) : t.errors.api(error.message, code)
  }
  if (error instanceof NetworkError) return t.errors.network
  if (error instanceof TimeoutError) return t.errors.timeout(f.number(error.afterMs / 1_000))
  if (error instanceof RateLimitError) return t.errors.rate
  if (error instanceof HttpError) {
    const { said, status } = error
    return said === '' ? t.errors.http(status) : t.errors.httpSaid(said, status)
  }
  if (error instanceof DecodeError) return t.errors.decode[error.problem]
  return t.errors.other
}

/** «Non indiqué, car ambigu ou illisible : « 12.345 »», or what else is odd about the reply. */
export function formatFlag(flag: RentalFlag, { unread = [] }: Rental, { t }: Pick<I18n, 't'>): string {
  const texts = flag === 'number-unread' ? unread.map(t.row.statusAsSent) : []
  return [t.flags[flag], ...texts].join(' ')
}
