import type { Rental } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import { groupOf } from '../rentals/groups.ts'
import type { Summary } from '../rentals/summary.ts'
import { formatError } from './format-error.ts'
import { formatPlaces } from './format-places.ts'
import { formatPeople } from './format-targeting.ts'
import { formatSince } from './format-time.ts'

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
  const { state, rental, since, shortfall, usualMs } = summary
  if (state === 'not-found') return [t.row.checkToken]
  if (rental === undefined)
    return [summary.error && state === 'error' ? formatError(summary.error, text) : t.row.waiting]
  const lasts = since && formatSince(state, since, now, text)
  const missing = shortfall > 0 ? t.places.shortfall(shortfall) : undefined
  const which = token ?? formatPlaces(rental, text, places)
  const contacts = summary.contacts === undefined ? undefined : t.sentence.contacts(summary.contacts)

  function factsOf({ targeting, statusText }: Rental): readonly (string | undefined)[] {
    const group = groupOf(summary)
    if (group === 'underway') return [lasts, token, contacts]
    if (group !== 'attention') return [lasts, formatPeople(targeting, text), which]
    if (state === 'failed') return [lasts, missing, which, contacts]
    if (usualMs !== undefined) return [lasts, t.since.usually(f.duration(usualMs)), missing, token, contacts]
    const asSent = state === 'unknown' && statusText ? t.row.statusAsSent(statusText) : undefined
    return [asSent, missing, which, contacts]
  }

  const age = summary.stale && repliedAt !== undefined ? t.row.stale(f.duration(now - repliedAt)) : undefined
  const facts = [age, ...factsOf(rental)].filter(fact => fact !== undefined)
  return facts.length > 0 ? facts : [t.targeting.none]
}
