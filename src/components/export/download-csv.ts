import type { I18n } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import type { Board } from '../board-context.ts'
import { download } from './download.ts'
import { exportCsv } from './export-csv.ts'

/** Hands the rentals to the browser as a CSV file named after the day. */
export function downloadCsv(board: Board, text: I18n, tokens: readonly string[]): void {
  const name = text.t.exchange.csvFile(localDay(board.now()))
  download(name, exportCsv(board, text, tokens), 'text/csv;charset=utf-8')
}
