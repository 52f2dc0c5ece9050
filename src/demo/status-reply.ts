import { knownStatuses, type StatusCode, statuses } from '../rentals/status.ts'
import { statusSentences } from '../rentals/status-sentences.ts'

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

/** How the provider says a status: the code, the code as text, or its sentence in either language. */
export type Wording = 'code' | 'digits' | 'french' | 'english'

const rows = knownStatuses.map(status => ({ code: statuses[status].code, ...statusSentences[status] }))

/** A text that the provider's page does not list stays as it is. */
export function statusField(stage: StatusCode | string, wording: Wording): number | string {
  const row = rows.find(({ code }) => code === stage)
  if (row === undefined || wording === 'code') return stage
  if (wording === 'digits') return String(stage)
  return wording === 'french' ? row.french : row.english[0]
}

/** The reverse of {@link statusField}. */
export function stageOf(field: number | string | undefined): StatusCode | string {
  const said = String(field)
  const row = rows.find(({ code, french, english }) => [String(code), french, ...english].includes(said))
  return row?.code ?? said
}
