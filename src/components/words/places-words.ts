import type { Place, Rental } from '../../api/rental.ts'
import { isSum, ownPlaces } from '../../domain/coverage.ts'
import type { Text } from '../../i18n/text.ts'

/** One place: its postcode, or its department in words; undefined when the line names none. */
export function placeWords(place: Place, { t }: Text): string | undefined {
  if (isSum(place)) return t.places.total
  const { location } = place
  if (location === undefined) return undefined
  return isPostcode(location) ? location : isDepartment(location) ? t.places.department(location) : location
}

/** The places of a rental in a few words: «60200», «3 codes postaux»; undefined when not given. */
export function whereWords({ places, targeting }: Rental, text: Text): string | undefined {
  const own = ownPlaces(places)
  const lines = own.flatMap(place => (isSum(place) ? [] : (place.location ?? [])))
  const codes = lines.length > 0 ? lines : [...targeting.zipcodes, ...targeting.departments]
  if (codes.length === 0) return own.length > 0 ? text.t.places.places(own.length) : undefined
  if (codes.length === 1 && codes[0] !== undefined) return placeWords({ location: codes[0] }, text)
  if (codes.every(isPostcode)) return text.t.places.zipcodes(codes.length)
  return codes.every(isDepartment)
    ? text.t.places.departments(codes.length)
    : text.t.places.places(codes.length)
}

function isPostcode(code: string): boolean {
  return /^\d{5}$/.test(code)
}

function isDepartment(code: string): boolean {
  return /^(\d{1,3}|2[AB])$/i.test(code)
}
