import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../api/errors.ts'
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
