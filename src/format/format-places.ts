import type { Rental } from '../api/rental.ts'
import type { I18n } from '../i18n/i18n.ts'
import { memoizeWeak } from '../lib/memoize.ts'
import { departmentCode, isDepartment, isPostcode } from '../places/codes.ts'
import type { KnownPlaces } from '../places/known-places.ts'
import { locationCodes } from '../rentals/coverage.ts'

/** «60200 Compiègne», «02200 Soissons +14», «60 Oise», or the code as it came while nothing more is known. */
export function formatCode(code: string, { t }: I18n, places: KnownPlaces): string {
  if (isPostcode(code)) {
    const communes = places.communes(code)
    if (communes === undefined) return code
    const [first, ...rest] = communes
    return rest.length === 0 ? `${code} ${first}` : `${code} ${first} +${rest.length}`
  }
  if (!isDepartment(code)) return code
  const name = places.departmentName(code)
  return name === undefined ? t.places.department(code) : `${departmentCode(code)} ${name}`
}

/** The postcodes that a rental targets: those that it names, or else those of its places. */
export function targetedPostcodes({ targeting, places }: Rental): readonly string[] {
  return targeting.zipcodes.length > 0 ? targeting.zipcodes : placeCodes(places).filter(isPostcode)
}

/** The departments that a rental targets: those that it names, or else those among its places. */
export function targetedDepartments({ targeting, places }: Rental): readonly string[] {
  return targeting.departments.length > 0 ? targeting.departments : placeCodes(places).filter(isDepartment)
}

function placeCodes(places: Rental['places']): readonly string[] {
  return [...new Set(places.flatMap(({ location }) => location ?? []))]
}

/** «60200 Compiègne», «3 codes postaux»; undefined when not given. */
export function formatPlaces(rental: Rental, text: I18n, places: KnownPlaces): string | undefined {
  const { t } = text
  const codes = locationCodes(rental)
  // A place without a name is one of its own.
  const count = Math.max(codes.length, new Set(rental.places.map(place => place.location ?? place)).size)
  if (count === 0) return undefined
  if (codes.length === 1 && count === 1) return codes.map(code => formatCode(code, text, places)).join()
  return t.places[kindOf(codes)](count)
}

/** There may be thousands, and the words are asked for at each drawing. */
const kindOf = memoizeWeak((codes: readonly string[]) => {
  if (codes.length > 0 && codes.every(isPostcode)) return 'zipcodes'
  return codes.length > 0 && codes.every(isDepartment) ? 'departments' : 'places'
})

/** «dans l’Oise», «à Compiègne (60200) et à Lille (59000)», «dans 3 codes postaux»; undefined when not given. */
export function formatWhere(rental: Rental, text: I18n, places: KnownPlaces): string | undefined {
  const { t } = text
  const isListed = rental.places.length === 1 || rental.places.every(({ location }) => location !== undefined)
  const [first, second, ...others] = locationCodes(rental)
  if (first !== undefined && isListed) {
    if (second === undefined) return t.sentence.where(placePhrase(first, text, places))
    if (others.length === 0 && isNamed(first, places) && isNamed(second, places)) {
      const phrases = [placePhrase(first, text, places), placePhrase(second, text, places)] as const
      return t.sentence.where(t.sentence.and(...phrases))
    }
  }
  const words = formatPlaces(rental, text, places)
  return words && t.sentence.where(t.sentence.several(words))
}

function isNamed(code: string, places: KnownPlaces): boolean {
  return (isPostcode(code) ? places.communes(code) : places.inDepartment(code)) !== undefined
}

function placePhrase(code: string, { t }: I18n, places: KnownPlaces): string {
  if (isPostcode(code)) {
    const [commune, ...others] = places.communes(code) ?? []
    return commune === undefined
      ? t.sentence.postcode(code)
      : t.sentence.commune(commune, others.length, code)
  }
  if (!isDepartment(code)) return code
  const [name, inFrench] = [places.departmentName(code), places.inDepartment(code)]
  return name === undefined || inFrench === undefined
    ? t.sentence.unknownDepartment(departmentCode(code))
    : t.sentence.department(name, inFrench)
}
