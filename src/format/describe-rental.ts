import type { Rental, Sex } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import { coverage } from '../rentals/coverage.ts'
import { formatWhere } from './format-places.ts'
import { formatCriteria, type InterestNames } from './format-targeting.ts'

/**
 * A rental in one sentence: «1 200 femmes de 31 à 49 ans, CSP−, dans l’Oise, pour 108,00 €». What is missing is left
 * out; undefined when nothing is given.
 */
export function describeRental(
  rental: Rental,
  text: I18n,
  places: KnownPlaces,
  names: InterestNames = {},
): string | undefined {
  const total = rental.cost?.total
  const parts = [
    describePeople(rental, text),
    formatCriteria(rental.targeting, text, names),
    formatWhere(rental, text, places),
    total === undefined ? undefined : text.t.sentence.cost(text.f.euros(total)),
  ]
  const sentence = parts.filter(part => part !== undefined).join(', ')
  return sentence === '' ? undefined : capitalised(sentence, text.language)
}

/** «1 200 femmes de 31 à 49 ans»; undefined when neither how many, nor who, nor of what age is given. */
function describePeople(rental: Rental, { t, f }: I18n): string | undefined {
  const { minAge, maxAge } = rental.targeting
  const who = countedPeople(rental, t)
  const people = who ?? t.sentence.uncounted.contacts
  if (minAge !== undefined && maxAge !== undefined) {
    return t.sentence.ages(people, f.number(minAge), f.number(maxAge))
  }
  if (minAge !== undefined) return t.sentence.agesFrom(people, f.number(minAge))
  return maxAge === undefined ? who : t.sentence.agesTo(people, f.number(maxAge))
}

/** «1 200 femmes», «femmes», «1 200 contacts»; undefined when neither how many nor who is given. */
function countedPeople(
  { cost, places, targeting: { sex, sexText } }: Rental,
  t: I18n['t'],
): string | undefined {
  const quantity = cost?.quantity ?? coverage(places).wanted
  const kind: Sex | 'contacts' = sex ?? 'contacts'
  if (quantity === undefined && sex === undefined && sexText === undefined) return undefined
  const people = quantity === undefined ? t.sentence.uncounted[kind] : t.sentence[kind](quantity)
  return sex === undefined && sexText !== undefined ? t.sentence.otherSex(people, sexText) : people
}

function capitalised(sentence: string, language: string): string {
  const [first = '', ...rest] = sentence
  return first.toLocaleUpperCase(language) + rest.join('')
}
