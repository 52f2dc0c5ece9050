import * as z from 'zod/mini'
import { field, readCount, readDecimal, readList, readText } from './decode-fields.ts'
import { readSex } from './decode-words.ts'
import type { Cost, Place, Targeting } from './rental.ts'

/** The decoded `location` of a reply. */
export type Location = { targeting: Targeting; places: readonly Place[]; cost?: Cost }

const RawCost = z.object({
  quantity: field(readCount),
  cost_unity: field(readDecimal),
  total: field(readDecimal),
})

/** Keys in lower case: the price endpoint and this one do not agree on theirs. */
const RawPlace = z.object({
  type: field(readText),
  location: field(readText),
  volumedesired: field(readCount),
  volume: field(readCount),
})

const RawLocation = z.object({
  sexe: field(readText),
  minAge: field(readCount),
  maxAge: field(readCount),
  zipcode: field(readList),
  department: field(readList),
  category: field(readText),
  interest: field(readText),
  subInterest: field(readText),
  details_localisation: field(readPlaces),
  cost: field(readCost),
})

/** Reads `location`; what is not an object gives a location in which nothing is given. */
export function readLocation(value: unknown): Location {
  const { data: raw = {} } = RawLocation.safeParse(value)
  const { sexe, zipcode = [], department = [], details_localisation: places = [], cost, ...named } = raw
  const targeting = {
    ...named,
    sex: sexe === undefined ? undefined : readSex(sexe),
    sexText: sexe,
    zipcodes: zipcode,
    departments: department,
  }
  return { targeting, places, cost }
}

function readCost(value: unknown): Cost | undefined {
  const { data: raw = {} } = RawCost.safeParse(value)
  const cost = { quantity: raw.quantity, unitPrice: raw.cost_unity, total: raw.total }
  return isEmpty(cost) ? undefined : cost
}

function readPlaces(value: unknown): Place[] {
  return placesIn(value).flatMap(item => readPlace(item) ?? [])
}

/** PHP writes a list with a gap as an object with numeric keys, and one place may come without its list. */
function placesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  const numbered = Object.entries(value).filter(([key]) => /^\d+$/.test(key))
  return numbered.length > 0 ? numbered.map(([, item]) => item) : [value]
}

function readPlace(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const lowerCase = Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]))
  const { data: raw = {} } = RawPlace.safeParse(lowerCase)
  const place = { type: raw.type, location: raw.location, wanted: raw.volumedesired, available: raw.volume }
  return isEmpty(place) ? undefined : place
}

function isEmpty(fields: object): boolean {
  return Object.values(fields).every(value => value === undefined)
}
