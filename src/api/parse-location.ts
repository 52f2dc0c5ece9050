import * as z from 'zod/mini'
import { DecodeError } from './errors.ts'
import { field, parseList, parseText } from './parse-fields.ts'
import { parseSex } from './provider-vocabulary.ts'
import { countOf, writtenCount, writtenEuros } from './written-number.ts'

/** Thrice the postcodes of France. */
const MAX_PLACES = 20_000

const RawCost = z.object({
  quantity: field(writtenCount),
  cost_unity: field(writtenEuros),
  total: field(writtenEuros),
})

/** Keys in lower case and without accents: the price endpoint and this one do not agree on theirs. */
const RawPlace = z.object({
  type: field(parseText),
  location: field(parsePlace),
  localite: field(parsePlace),
  volumedesired: field(writtenCount),
  desiredvolume: field(writtenCount),
  volume: field(writtenCount),
})

const RawLocation = z.object({
  sexe: field(parseText),
  minAge: field(writtenCount),
  maxAge: field(writtenCount),
  zipcode: field(value => parseList(Array.isArray(value) ? value.map(withZero) : withZero(value))),
  department: field(parseList),
  category: field(parseText),
  interest: field(parseText),
  subInterest: field(parseText),
  details_localisation: field(readPlaces),
  cost: field(value => RawCost.safeParse(value).data ?? {}),
})

/** A postcode that comes as a number has lost its zero: 2200 is `02200`. */
function withZero(code: unknown): unknown {
  return typeof code === 'number' && code >= 1_000 && code < 10_000 ? `0${code}` : code
}

function parsePlace(value: unknown): string | undefined {
  return parseText(withZero(value))
}

type WrittenPlace = NonNullable<ReturnType<typeof readPlace>>

export type WrittenLocation = ReturnType<typeof parseLocation>

/**
 * What is not an object gives a location in which nothing is given.
 * @throws DecodeError `too-large` for more than 20,000 places.
 */
export function parseLocation(value: unknown) {
  const { data: raw = {} } = RawLocation.safeParse(value)
  const { sexe, zipcode = [], department = [], details_localisation: lines = [], cost = {}, ...rest } = raw
  const { minAge, maxAge, ...named } = rest
  const targeting = {
    ...named,
    minAge: countOf(minAge),
    maxAge: countOf(maxAge),
    sex: sexe === undefined ? undefined : parseSex(sexe),
    sexText: sexe,
    zipcodes: zipcode,
    departments: department,
  }
  const own = lines.filter(line => !isSumLine(line))
  /** The line that only sums the others. */
  const sums = lines.find(isSumLine)
  // Alone it still tells the volumes, if not where.
  const places = own.length === 0 && sums ? [{ ...sums, type: undefined, location: undefined }] : own
  return { targeting, places, sums, cost, ages: [minAge, maxAge] }
}

/** A department may be of type `total`, too: its location says so. */
function isSumLine({ type, location = type }: WrittenPlace): boolean {
  return location?.toLowerCase() === 'total'
}

function readPlaces(value: unknown): WrittenPlace[] {
  const lines = placesIn(value)
  if (lines.length > MAX_PLACES) throw new DecodeError('too-large')
  // The lines share their keys: each is folded once.
  const known = new Map<string, string>()
  return lines.flatMap(item => readPlace(item, known) ?? [])
}

/** PHP writes a list with a gap as an object with numeric keys, and one place may come without its list. */
function placesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  const numbered = Object.entries(value).filter(([key]) => /^\d+$/.test(key))
  return numbered.length > 0 ? numbered.map(([, item]) => item) : [value]
}

function readPlace(value: unknown, known: Map<string, string>) {
  if (typeof value !== 'object' || value === null) return undefined
  const plainKeys = Object.entries(value).map(([key, item]) => {
    const plain = known.get(key) ?? plainKey(key)
    known.set(key, plain)
    return [plain, item]
  })
  const { data: raw = {} } = RawPlace.safeParse(Object.fromEntries(plainKeys))
  const place = {
    type: raw.type,
    location: raw.location ?? raw.localite,
    wanted: raw.volumedesired ?? raw.desiredvolume,
    available: raw.volume,
  }
  return Object.values(place).every(part => part === undefined) ? undefined : place
}

function plainKey(key: string): string {
  return key
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\s_]/gu, '')
    .toLowerCase()
}
