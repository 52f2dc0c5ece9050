import * as z from 'zod/mini'
import { knownStatuses, rentalFlags, sexes } from '../api/rental.ts'

const text = z.optional(z.string())
const number = z.optional(z.number())
const texts = z.readonly(z.array(z.string()))

/** A status, as it is kept and as tabs tell it. */
export const statusSchema = z.enum([...knownStatuses, 'unknown'])

/** A decoded rental, as it is kept and as tabs tell it: a page that opens shows it without the decoder. */
export const rentalSchema = z.object({
  status: statusSchema,
  statusText: text,
  token: text,
  targeting: z.object({
    sex: z.optional(z.enum(sexes)),
    sexText: text,
    minAge: number,
    maxAge: number,
    zipcodes: texts,
    departments: texts,
    category: text,
    interest: text,
    subInterest: text,
  }),
  places: z.readonly(z.array(z.object({ type: text, location: text, wanted: number, available: number }))),
  cost: z.optional(z.object({ quantity: number, unitPrice: text, total: text })),
  phoneNumbers: number,
  flags: z.readonly(z.array(z.enum(rentalFlags))),
})
