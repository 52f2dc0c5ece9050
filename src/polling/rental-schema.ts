import * as z from 'zod/mini'
import { type RentalReply, rentalFlags, sexes } from '../api/rental.ts'
import { isMoment } from '../lib/is-moment.ts'
import { knownStatuses } from '../rentals/status.ts'

const text = z.optional(z.string())
const count = z.optional(z.int().check(z.nonnegative()))
const decimal = z.optional(z.string().check(z.regex(/^\d{1,15}(\.\d{1,20})?$/)))

/** Milliseconds since 1970. */
export const momentSchema = z.number().check(z.refine(isMoment))

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
    minAge: count,
    maxAge: count,
    zipcodes: z.array(z.string()),
    departments: z.array(z.string()),
    category: text,
    interest: text,
    subInterest: text,
  }),
  places: z.array(z.object({ type: text, location: text, wanted: count, available: count })),
  cost: z.optional(z.object({ quantity: count, unitPrice: decimal, total: decimal })),
  phoneNumbers: count,
  flags: z.array(z.enum(rentalFlags)).check(z.maxLength(rentalFlags.length)),
})

export const replySchema: z.ZodMiniType<RentalReply> = z.object({
  rental: rentalSchema,
  raw: text,
  at: momentSchema,
  isStale: z.optional(z.boolean()),
})
