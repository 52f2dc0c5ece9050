import * as v from 'valibot'
import { rentalFlags, sexes } from '../api/rental.ts'
import { isMoment } from '../lib/clock.ts'
import { knownStatuses } from '../rentals/status.ts'

/** A non-negative whole number. */
export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const text = v.optional(v.string())
const count = v.optional(countSchema)
const decimal = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}(\.\d{1,20})?$/)))
const texts = v.pipe(v.array(v.string()), v.readonly())

/** Milliseconds since 1970. */
export const momentSchema = v.pipe(v.number(), v.check(isMoment))

/** A status, as it is kept and as tabs tell it. */
export const statusSchema = v.picklist([...knownStatuses, 'unknown'])

/** A decoded rental, as it is kept and as tabs tell it: a page that opens shows it without the decoder. */
export const rentalSchema = v.object({
  status: statusSchema,
  statusText: text,
  token: text,
  targeting: v.object({
    sex: v.optional(v.picklist(sexes)),
    sexText: text,
    minAge: count,
    maxAge: count,
    zipcodes: texts,
    departments: texts,
    category: text,
    interest: text,
    subInterest: text,
  }),
  places: v.pipe(
    v.array(v.object({ type: text, location: text, wanted: count, available: count })),
    v.readonly(),
  ),
  cost: v.optional(v.object({ quantity: count, unitPrice: decimal, total: decimal })),
  phoneNumbers: count,
  flags: v.pipe(v.array(v.picklist(rentalFlags)), v.maxLength(rentalFlags.length), v.readonly()),
})
