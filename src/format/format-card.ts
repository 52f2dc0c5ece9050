import type { Rental } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'
import { laterWords } from '../i18n/later-words.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import { groupOf } from '../rentals/groups.ts'
import type { Summary } from '../rentals/summary.ts'
import { formatError } from './format-error.ts'
import { formatPlaces } from './format-places.ts'
import { formatPeople } from './format-targeting.ts'
import { formatSince } from './format-time.ts'

type Fact = string | undefined

/**
 * What a card of the wall says under the name: what is wrong, or else what matters in its group, most important
 * first. `repliedAt` and `now` in ms since 1970; `token` as a rental without a name of its own is told from others.
 */
export function formatCard(
  summary: Summary,
  repliedAt: number | undefined,
  now: number,
  text: I18n,
  places: KnownPlaces,
  token?: string,
): readonly string[] {
  const { t, f } = text
  if (summary.state === 'not-found') return [t.row.checkToken]
  const { rental } = summary
  if (rental === undefined)
    return [summary.state === 'error' ? formatError(summary.error, text) : t.row.waiting]
  const facts = [
    summary.stale && repliedAt !== undefined ? t.row.stale(f.duration(now - repliedAt)) : undefined,
    ...groupFacts(summary, rental, now, text, formatPlaces(rental, text, places), token),
  ].filter(fact => fact !== undefined)
  return facts.length > 0 ? facts : [t.targeting.none]
}

function groupFacts(
  summary: Summary,
  rental: Rental,
  now: number,
  text: I18n,
  where: Fact,
  token: Fact,
): Fact[] {
  const { t } = text
  const { state, since, shortfall, usualMs } = summary
  const lasts = since && formatSince(state, since, now, text)
  const contacts =
    summary.contacts === undefined ? undefined : laterWords[text.language].contacts(summary.contacts)
  switch (groupOf(summary)) {
    case 'underway':
      return [lasts, token, contacts]
    case 'attention': {
      const asSent = state === 'unknown' ? rental.statusText : undefined
      const missing = shortfall > 0 ? t.places.shortfall(shortfall) : undefined
      if (state === 'failed') return [lasts, missing, token ?? where, contacts]
      if (usualMs === undefined)
        return [asSent && t.row.statusAsSent(asSent), missing, token ?? where, contacts]
      return [lasts, t.since.usually(text.f.duration(usualMs)), missing, token, contacts]
    }
    default:
      return [lasts, formatPeople(rental.targeting, text), token ?? where]
  }
}
