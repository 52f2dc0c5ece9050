import type { Fault } from '../api/fault.ts'
import type { Rental, RentalFlag } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'

export function formatError(error: Fault, { t, f }: I18n): string {
  switch (error.name) {
    case 'ApiError': {
      const code = error.code === undefined ? t.errors.codeless : t.errors.code(error.code)
      return error.message === '' ? t.errors.apiNoMessage(code) : t.errors.api(error.message, code)
    }
    case 'NetworkError':
      return t.errors.network
    case 'TimeoutError':
      return t.errors.timeout(f.number(error.afterMs / 1_000))
    case 'RateLimitError':
      return t.errors.rate
    case 'HttpError':
      return error.said === '' ? t.errors.http(error.status) : t.errors.httpSaid(error.said, error.status)
    case 'DecodeError':
      return t.errors.decode[error.problem]
    case 'Error':
      return t.errors.other
  }
}

/** «Non indiqué, car ambigu ou illisible : « 12.345 »», or what else is odd about the reply. */
export function formatFlag(flag: RentalFlag, { unread = [] }: Rental, { t }: Pick<I18n, 't'>): string {
  const texts = flag === 'number-unread' ? unread.map(t.row.statusAsSent) : []
  return [t.flags[flag], ...texts].join(' ')
}
