import * as z from 'zod/mini'
import { isMoment } from '../lib/clock.ts'
import { knownStatuses } from '../rentals/status.ts'
import tokenRule from '../server/token-rule.js'

/** 1 to 128 printable characters without white space, as the servers let them through. */
export const { isToken, holdsKey } = tokenRule

export const countSchema = z.int().check(z.nonnegative())

/** Milliseconds since 1970. */
export const momentSchema = z.number().check(z.refine(isMoment))

export const statusSchema = z.enum([...knownStatuses, 'unknown'])

const sexSchema = z.enum(['women', 'men', 'mixed'])

export type Sex = z.infer<typeof sexSchema>

/** An exact, non-negative decimal such as `"0.090"`, with a point and no grouping: never a binary float. */
const decimalSchema = z.string().check(z.regex(/^\d{1,15}(\.\d{1,20})?$/))

export type Decimal = z.infer<typeof decimalSchema>

const text = z.optional(z.string())
const texts = z.readonly(z.array(z.string()))
const count = z.optional(countSchema)
const decimal = z.optional(decimalSchema)

const targetingSchema = z.object({
  sex: z.optional(sexSchema),
  /** The provider's own word for the sex, kept for values that are not known. */
  sexText: text,
  /** Years, as they came: `minAge` above `maxAge` is possible. */
  minAge: count,
  maxAge: count,
  zipcodes: texts,
  departments: texts,
  /** Socio-professional category code, for example `"103"`. */
  category: text,
  interest: text,
  subInterest: text,
})

/** Who was asked for. What did not arrive is absent, and lists are then empty. */
export type Targeting = z.infer<typeof targetingSchema>

const placeSchema = z.object({
  /** `"cp"` is a postcode; the case is the provider's. */
  type: text,
  location: text,
  wanted: count,
  available: count,
})

/** One line of the localisation. Volumes are in contacts. */
export type Place = z.infer<typeof placeSchema>

const costSchema = z.object({
  /** Contacts. */
  quantity: count,
  /** Euros for one contact. */
  unitPrice: decimal,
  /** Euros. */
  total: decimal,
})

export type Cost = z.infer<typeof costSchema>

const flagSchema = z.enum([
  /** Data came without `success`. */
  'success-missing',
  /** Data came with `success` false and no error in it, or with a `success` that says nothing. */
  'success-odd',
  'ages-swapped',
  /** `quantity × unitPrice` and `total` differ by more than half a cent. */
  'cost-disagrees',
  /** A number that may be read in two ways was decided by the others. */
  'number-interpreted',
  /** A number came that cannot be read, or in two ways: {@link rentalSchema}'s `unread` has it. */
  'number-unread',
  /** A positional XML reply had more or fewer entries than documented, so some could not be named. */
  'xml-positions',
])

/** What the parser found odd, and shows rather than corrects. */
export type RentalFlag = z.infer<typeof flagSchema>

/** Reads a rental that was parsed before: from storage, and from other tabs. */
export const rentalSchema = z.object({
  status: statusSchema,
  /** The status as it came (code or sentence), absent when none came. */
  statusText: text,
  /** The identifier that the reply names; the provider's JSON sample carries free text here. */
  token: text,
  targeting: targetingSchema,
  places: z.readonly(z.array(placeSchema)),
  cost: z.optional(costSchema),
  /** Numbers that the file holds. */
  phoneNumbers: count,
  /** Numbers that are not given, as they came. */
  unread: z.optional(texts),
  flags: z.readonly(z.array(flagSchema).check(z.maxLength(flagSchema.options.length))),
})

export type Rental = z.infer<typeof rentalSchema>

export const replySchema = z.object({
  rental: rentalSchema,
  /** The reply's text, word for word; absent for one kept from before without its text. */
  raw: text,
  /** When the provider said it: milliseconds since 1970 on the board's clock, less the reply's `Age`. */
  at: momentSchema,
  /** The provider could not be asked this time: the server gave the last reply that it had. */
  isStale: z.optional(z.boolean()),
})

export type RentalReply = z.infer<typeof replySchema>
