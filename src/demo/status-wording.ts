import { knownStatuses, statuses } from '../rentals/status.ts'
import type { StatusStage } from './timeline.ts'

/** How the provider says a status: the code, the code as text, or its sentence in either language. */
export type Wording = 'code' | 'digits' | 'french' | 'english'

const rows = knownStatuses.map(status => statuses[status])

/** A text that the provider's page does not list stays as it is. */
export function statusField(stage: StatusStage, wording: Wording): number | string {
  const row = rows.find(({ code }) => code === stage)
  if (row === undefined || wording === 'code') return stage
  if (wording === 'digits') return String(stage)
  return wording === 'french' ? row.french : row.english[0]
}

/** The reverse of {@link statusField}. */
export function stageOf(field: number | string | undefined): StatusStage {
  const said = String(field)
  const row = rows.find(({ code, french, english }) => [String(code), french, ...english].includes(said))
  return row?.code ?? said
}
