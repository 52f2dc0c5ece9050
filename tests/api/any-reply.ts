import fc from 'fast-check'
import { expect } from 'vitest'
import { ApiError, DecodeError } from '../../src/api/errors.ts'
import { parseReply } from '../../src/api/parse-reply.ts'
import { type Rental, rentalSchema } from '../../src/api/rental.ts'

/** Values that have broken decoders before, beside any value at all. */
export const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'NaN',
    '-5',
    '1e999',
    '0x10',
    '12 345',
    '0,900',
    '٣',
    'false',
    '__proto__',
    '1.000',
  ),
  fc.constantFrom(-0, -1, 1e21, 5e-324, 2 ** 53, null, true, [], {}),
  fc.double(),
  fc.string(),
  fc.anything(),
)

const fields = (...keys: string[]) => Object.fromEntries(keys.map(key => [key, value]))
const part = (...keys: string[]) => fc.oneof(value, fc.record(fields(...keys), { requiredKeys: [] }))
const place = part('Type', 'Location', 'VolumeDesired', 'Volume')
const location = fc.record(
  {
    ...fields('sexe', 'minAge', 'maxAge', 'zipcode', 'department', 'interest', 'subInterest', 'category'),
    details_localisation: fc.oneof(place, fc.array(place)),
    cost: part('quantity', 'total', 'cost_unity'),
  },
  { requiredKeys: [] },
)

/** Any values under the documented names, of which any but the status may be missing. */
export const reply = fc.record(
  { ...fields('success', 'code', 'message', 'token'), status: value, location, file: part('phoneNumbers') },
  { requiredKeys: ['status'] },
)

/** The rental, or nothing when the reply is refused in one of the decoder's own ways. */
export function decode(text: string): Rental | undefined {
  try {
    return parseReply(text)
  } catch (error) {
    if (error instanceof ApiError || error instanceof DecodeError) return undefined
    throw error
  }
}

/** Fails unless the rental comes back as it is from where it is stored: the schema lets no odd number through. */
export function expectSound(rental: Rental | undefined) {
  if (rental !== undefined)
    expect(rentalSchema.parse(JSON.parse(JSON.stringify(rental)))).toStrictEqual(rental)
}

/** Any value as JSON; a big integer, which JSON does not know, as its digits. */
export function toJson(item: unknown): string {
  return JSON.stringify(item, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? ''
}

/** Any value as the text of one entry. */
export function toXml(item: unknown): string {
  const text = typeof item === 'string' ? item : toJson(item)
  return `<entry>${text.replace(/[&<]/g, '')}</entry>`
}
