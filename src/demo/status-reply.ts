/** Both forms occur in one and the same reply. */
export type LooseNumber = number | string

/** Volumes are in contacts. */
export type LocalisationLine = {
  Type?: string
  Location?: string
  VolumeDesired?: LooseNumber
  Volume?: LooseNumber
}

/** In the provider's own words and in the order of its sample. */
export type ReplyTargeting = {
  sexe?: string
  /** Years. */
  minAge?: LooseNumber
  maxAge?: LooseNumber
  /** Comma-separated, as `department` is. */
  zipcode?: string
  department?: string
  interest?: string
  subInterest?: string
  category?: LooseNumber
}

/** Source: `docs/provider-api.md`, The reply. */
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

export type ErrorReply = { success: false; code: number; message: string }
