import * as v from 'valibot'
import { rentalFlags, sexes } from '../api/rental.ts'
import { knownStatuses } from '../rentals/status.ts'

const text = v.optional(v.string())
const number = v.optional(v.number())
const texts = v.pipe(v.array(v.string()), v.readonly())

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
    minAge: number,
    maxAge: number,
    zipcodes: texts,
    departments: texts,
    category: text,
    interest: text,
    subInterest: text,
  }),
  places: v.pipe(
    v.array(v.object({ type: text, location: text, wanted: number, available: number })),
    v.readonly(),
  ),
  cost: v.optional(v.object({ quantity: number, unitPrice: text, total: text })),
  phoneNumbers: number,
  flags: v.pipe(v.array(v.picklist(rentalFlags)), v.readonly()),
})
