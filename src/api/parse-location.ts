import * as z from 'zod/mini'
import { field, parseCount, parseDecimal, parseList, parseText } from './parse-fields.ts'
import { parseSex } from './provider-vocabulary.ts'
import type { Cost, Place, Targeting } from './rental.ts'

export type Location = { targeting: Targeting; places: readonly Place[]; cost?: Cost }

const RawCost = z.object({
  quantity: field(parseCount),
  cost_unity: field(parseDecimal),
  total: field(parseDecimal),
})

/** Keys in lower case: the price endpoint and this one do not agree on theirs. */
const RawPlace = z.object({
  type: field(parseText),
  location: field(parseText),
  volumedesired: field(parseCount),
  volume: field(parseCount),
})

const RawLocation = z.object({
  sexe: field(parseText),
  minAge: field(parseCount),
  maxAge: field(parseCount),
  zipcode: field(parseList),
  department: field(parseList),
  category: field(parseText),
  interest: field(parseText),
  subInterest: field(parseText),
  details_localisation: field(readPlaces),
  cost: field(readCost),
})

/** What is not an object gives a location in which nothing is given. */
export function parseLocation(value: unknown): Location {
  const { data: raw = {} } = RawLocation.safeParse(value)
  const { sexe, zipcode = [], department = [], details_localisation: places = [], cost, ...named } = raw
  const targeting = {
    ...named,
    sex: sexe === undefined ? undefined : parseSex(sexe),
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
