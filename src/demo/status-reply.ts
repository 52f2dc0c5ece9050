/** A number as the provider sends it: both forms occur in one and the same reply. */
export type LooseNumber = number | string

/** One line of the localisation; volumes are in contacts. */
export type LocalisationLine = {
  Type?: string
  Location?: string
  VolumeDesired?: LooseNumber
  Volume?: LooseNumber
}

/** The targeting of an order, in the provider's own words and in the order of its sample. */
export type ReplyTargeting = {
  sexe?: string
  /** Years. */
  minAge?: LooseNumber
  maxAge?: LooseNumber
  /** Comma-separated. */
  zipcode?: string
  /** Comma-separated. */
  department?: string
  interest?: string
  subInterest?: string
  category?: LooseNumber
}

/** The provider's reply for a rental that it knows. Source: `docs/provider-api.md`, The reply. */
export type StatusReply = {
  success: boolean
  token: string
  status?: LooseNumber
  location?: ReplyTargeting & {
    details_localisation?: readonly LocalisationLine[]
    /** Contacts, euros, euros for one contact. */
    cost?: { quantity?: LooseNumber; total?: LooseNumber; cost_unity?: LooseNumber }
  }
  file?: { phoneNumbers?: LooseNumber }
}

/** The provider's reply when it has no rental to show. */
export type ErrorReply = { success: false; code: number; message: string }
