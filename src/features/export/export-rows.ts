import type { Rental, RentalReply } from '../../api/rental.ts'
import { type Coverage, coverage } from '../../rentals/coverage.ts'
import type { Summary } from '../../rentals/summary.ts'
import type { TrackedRental } from '../../rentals/tracked-rental.ts'

/** Times are milliseconds since 1970. */
export type ExportRow = {
  readonly tracked: TrackedRental
  readonly summary: Summary
  /** Absent when no readable reply ever came. */
  readonly rental?: Rental | undefined
  /** Sums over its places, in contacts. */
  readonly volumes: Coverage
  readonly repliedAt?: number | undefined
  /** When its latest check ended, well or not. */
  readonly checkedAt?: number | undefined
}

type ExportSources = {
  rentals: ReadonlyMap<string, TrackedRental>
  summaryOf: (token: string) => Summary | undefined
  replyOf: (token: string) => RentalReply | undefined
  checkedAt: (token: string) => number | undefined
}

/** In the order of the tokens; a rental that is no longer tracked is left out. */
export function exportRows(tokens: readonly string[], sources: ExportSources): readonly ExportRow[] {
  return tokens.flatMap(token => {
    const tracked = sources.rentals.get(token)
    const summary = sources.summaryOf(token)
    if (tracked === undefined || summary === undefined) return []
    const reply = sources.replyOf(token)
    return {
      tracked,
      summary,
      rental: reply?.rental,
      volumes: coverage(reply?.rental.places ?? []),
      repliedAt: reply?.at,
      checkedAt: sources.checkedAt(token),
    }
  })
}
