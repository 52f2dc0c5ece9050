import type { Rental, Targeting } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'
import { departmentCode, isDepartment, isPostcode } from '../places/codes.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import { locationCodes } from '../rentals/coverage.ts'
import { formatPlaces } from './format-places.ts'
import { formatAges, formatCriteria, formatSex } from './format-targeting.ts'

/** What the rental is called wherever it is shown: by its user, else by its targeting, else by its short token. */
export function formatRentalName(
  { token, name }: { token: string; name?: string | undefined },
  rental: Rental | undefined,
  text: I18n,
  places: KnownPlaces,
): string {
  return name ?? (rental && nameByTargeting(rental, text, places)) ?? shortToken(token)
}

/** «Femmes 31–49, Compiègne»; undefined when neither who, nor where, nor what else is given. */
export function nameByTargeting(rental: Rental, text: I18n, places: KnownPlaces): string | undefined {
  const parts = [formatBriefPeople(rental.targeting, text), formatBriefPlaces(rental, text, places)]
  return parts.filter(part => part !== undefined).join(', ') || formatCriteria(rental.targeting, text)
}

/** «Femmes 31–49»; undefined when neither was given. */
function formatBriefPeople(targeting: Targeting, { t, f }: I18n): string | undefined {
  const { minAge, maxAge } = targeting
  const sex = formatSex(targeting, t)
  if (sex === undefined || minAge === undefined || maxAge === undefined) {
    const parts = [sex, formatAges(targeting, t, f)]
    return parts.filter(part => part !== undefined).join(' ') || undefined
  }
  return `${sex} ${minAge === maxAge ? f.number(minAge) : `${f.number(minAge)}–${f.number(maxAge)}`}`
}

/** «Compiègne», «Oise», «3 codes postaux»; undefined when not given. */
function formatBriefPlaces(rental: Rental, text: I18n, places: KnownPlaces): string | undefined {
  const [code, ...others] = locationCodes(rental)
  if (code === undefined || others.length > 0) return formatPlaces(rental, text, places)
  if (isPostcode(code)) return places.communes(code)?.[0] ?? code
  if (!isDepartment(code)) return code
  return places.departmentName(code) ?? text.t.places.department(departmentCode(code))
}

/** Keeps both ends, to compare: `b22b841a…cecfdb`. */
export function shortToken(token: string): string {
  const characters = [...token]
  return characters.length <= 16
    ? token
    : `${characters.slice(0, 8).join('')}…${characters.slice(-6).join('')}`
}
