import type { Rental } from '../../api/rental.ts'
import type { Board } from '../../board/board-context.ts'
import { type CsvValue, decimalMarks, writeCsv } from '../../format/csv.ts'
import { formatError, formatFlag } from '../../format/format-error.ts'
import { targetedDepartments, targetedPostcodes } from '../../format/format-places.ts'
import { categoryName, formatSex, type InterestNames, interestName } from '../../format/format-targeting.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import { summaryOf } from '../../rentals/board-model.ts'
import { type Coverage, coverage } from '../../rentals/coverage.ts'
import type { Summary } from '../../rentals/summary.ts'
import type { TrackedRental } from '../../rentals/tracked-rental.ts'
import { download } from '../../ui/save-file.ts'
import { exportWords } from './words.ts'

/** Times are milliseconds since 1970. */
type ExportRow = {
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

type ColumnName = keyof typeof exportWords.fr.columns

type Words = I18n & { readonly interests: InterestNames }

/** In the order of the table. */
const csvColumns: readonly (readonly [ColumnName, (row: ExportRow, words: Words) => CsvValue])[] = [
  ['token', ({ tracked }) => tracked.token],
  ['name', ({ tracked }) => tracked.name],
  ['tags', ({ tracked }) => tracked.tags.join(', ')],
  ['note', ({ tracked }) => tracked.note],
  ['state', ({ summary }, { t }) => t.states[summary.state]],
  ['statusText', ({ rental }) => rental?.statusText],
  ['since', ({ summary }) => ({ at: summary.since?.since })],
  ['checkedAt', ({ checkedAt }) => ({ at: checkedAt })],
  ['repliedAt', ({ repliedAt }) => ({ at: repliedAt })],
  ['error', ({ summary }, words) => summary.error && formatError(summary.error, words)],
  ['sex', ({ rental }, { t }) => rental && formatSex(rental.targeting, t)],
  ['minAge', ({ rental }) => rental?.targeting.minAge],
  ['maxAge', ({ rental }) => rental?.targeting.maxAge],
  ['zipcodes', ({ rental }) => rental && targetedPostcodes(rental).join(', ')],
  ['departments', ({ rental }) => rental && targetedDepartments(rental).join(', ')],
  ['category', ({ rental }) => rental?.targeting.category],
  ['categoryName', ({ rental }, { t }) => categoryName(rental?.targeting.category ?? '', t)],
  ['interest', ({ rental }) => rental?.targeting.interest],
  ['interestName', ({ rental }, words) => nameOfInterest(rental?.targeting.interest, words)],
  ['subInterest', ({ rental }) => rental?.targeting.subInterest],
  ['subInterestName', ({ rental }, words) => nameOfInterest(rental?.targeting.subInterest, words)],
  ['places', ({ rental }, words) => rental && placesOf(rental, words)],
  ['wanted', ({ volumes }) => volumes.wanted],
  ['available', ({ volumes }) => volumes.available],
  ['shortfall', ({ volumes }) => missing(volumes)],
  ['quantity', ({ rental }) => rental?.cost?.quantity],
  ['unitPrice', ({ rental }) => ({ decimal: rental?.cost?.unitPrice })],
  ['total', ({ rental }) => ({ decimal: rental?.cost?.total })],
  ['phoneNumbers', ({ rental }) => rental?.phoneNumbers],
  ['flags', ({ rental }, text) => rental?.flags.map(flag => formatFlag(flag, rental, text)).join(' ')],
  ['addedAt', ({ tracked }) => ({ at: tracked.addedAt })],
]

/** Nothing is known to be missing where no place gives both volumes. */
function missing({ wanted, available, shortfall }: Coverage): CsvValue {
  return wanted === undefined || available === undefined ? undefined : shortfall
}

function nameOfInterest(code: string | undefined, { t, interests }: Words): CsvValue {
  return code && interestName(code, t, interests)
}

/** «60200 (10 / 266), 02200 (5 / 40)»: each place with the contacts wanted and available. */
function placesOf({ places }: Rental, { t }: Words): string {
  const volume = (count: number | undefined) => (count === undefined ? '—' : String(count))
  return places
    .map(
      ({ location = t.notGiven, wanted, available }) =>
        `${location} (${volume(wanted)} / ${volume(available)})`,
    )
    .join(', ')
}

/** In the order of the tokens; a rental that is no longer tracked is left out. */
function rowsOf(board: Board, tokens: readonly string[]): readonly ExportRow[] {
  return tokens.flatMap(token => {
    const tracked = board.tracked.state.getState().rentals.get(token)
    const summary = summaryOf(board.model.state.getState(), token)
    if (tracked === undefined || summary === undefined) return []
    const reply = board.rentalCache.reply(token)
    return {
      tracked,
      summary,
      rental: reply?.rental,
      volumes: coverage(reply?.rental.places ?? []),
      repliedAt: reply?.at,
      checkedAt: board.poller.checks.get(token)?.lastTriedAt,
    }
  })
}

/** Rows in the order given, words and decimals in the language of the board. */
export function exportCsv(board: Board, text: I18n, tokens: readonly string[]): string {
  const rows = rowsOf(board, tokens)
  const { columns } = exportWords[text.language]
  const words = { ...text, interests: board.preferences.state.getState().interests }
  return writeCsv(
    [
      csvColumns.map(([name]) => columns[name]),
      ...rows.map(row => csvColumns.map(([, cell]) => cell(row, words))),
    ],
    decimalMarks[text.language],
  )
}

export function downloadCsv(board: Board, text: I18n, tokens: readonly string[]): void {
  const name = exportWords[text.language].csvFile(localDay(board.now()))
  download(name, exportCsv(board, text, tokens), 'text/csv;charset=utf-8')
}
