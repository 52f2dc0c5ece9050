import type { RentalStatus } from '../rentals/status.ts'

export const sexes = ['women', 'men', 'mixed'] as const

export type Sex = (typeof sexes)[number]

/** An exact, non-negative decimal such as `"0.090"`, with a point and no grouping: never a binary float. */
export type Decimal = string

/** Who was asked for. What did not arrive is absent, and lists are then empty. */
export type Targeting = {
  sex?: Sex
  /** The provider's own word for the sex, kept for values that are not known. */
  sexText?: string
  /** Years, as they came: `minAge` above `maxAge` is possible. */
  minAge?: number
  maxAge?: number
  zipcodes: readonly string[]
  departments: readonly string[]
  /** Socio-professional category code, for example `"103"`. */
  category?: string
  interest?: string
  subInterest?: string
}

/** One line of the localisation. Volumes are in contacts. */
export type Place = {
  /** `"cp"` is a postcode; the case is the provider's. */
  type?: string
  location?: string
  wanted?: number
  available?: number
}

export type Cost = {
  /** Contacts. */
  quantity?: number
  /** Euros for one contact. */
  unitPrice?: Decimal
  /** Euros. */
  total?: Decimal
}

/** What the decoder found odd, and shows rather than corrects. */
export const rentalFlags = [
  /** Data came without `success`. */
  'success-missing',
  /** Data came with `success` false and no error in it, or with a `success` that says nothing. */
  'success-odd',
  /** `minAge` is above `maxAge`. */
  'ages-swapped',
  /** `quantity × unitPrice` and `total` differ by more than half a cent. */
  'cost-disagrees',
  /** A positional XML reply had more or fewer entries than documented, so some could not be named. */
  'xml-positions',
] as const

export type RentalFlag = (typeof rentalFlags)[number]

/** One rental, as its latest reply describes it. */
export type Rental = {
  status: RentalStatus
  /** The status as it came (code or sentence), absent when none came. */
  statusText?: string
  /** The identifier that the reply names; the provider's JSON sample carries free text here. */
  token?: string
  targeting: Targeting
  places: readonly Place[]
  cost?: Cost
  /** Numbers that the file holds. */
  phoneNumbers?: number
  flags: readonly RentalFlag[]
}

/** A decoded reply together with what it was decoded from. */
export type RentalReply = {
  rental: Rental
  /** The reply's text, word for word; absent for one kept from before without its text. */
  raw?: string | undefined
  /** When the provider said it: milliseconds since 1970 on the board's clock, less the reply's `Age`. */
  at: number
  /** The provider could not be asked this time: the server gave the last reply that it had. */
  isStale?: boolean
}
