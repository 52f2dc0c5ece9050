import type { Rental, RentalFlag } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'

/** «Non indiqué, car ambigu ou illisible : « 12.345 »», or what else is odd about the reply. */
export function formatFlag(flag: RentalFlag, { unread = [] }: Rental, { t }: Pick<I18n, 't'>): string {
  const texts = flag === 'number-unread' ? unread.map(t.row.statusAsSent) : []
  return [t.flags[flag], ...texts].join(' ')
}
