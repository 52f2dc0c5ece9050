import { writeCsv } from '../../domain/csv.ts'
import { exportRows } from '../../domain/export-rows.ts'
import type { I18n } from '../../i18n/i18n.ts'
import type { Board } from '../board-context.ts'
import { csvColumns } from './csv-columns.ts'

/** The rentals as a CSV table, in the order given and in the language of the board, with decimals as it writes them. */
export function exportCsv(board: Board, text: I18n, tokens: readonly string[]): string {
  const { tracked, model, book, poller, preferences } = board
  const rows = exportRows(tokens, {
    rentals: tracked.state.getState().rentals,
    summaries: model.state.getState().summaries,
    replyOf: book.reply,
    checkedAt: token => poller.checks.get(token)?.lastTriedAt,
  })
  const words = { ...text, interests: preferences.state.getState().interests }
  return writeCsv(
    [
      csvColumns.map(([name]) => text.t.exchange.columns[name]),
      ...rows.map(row => csvColumns.map(([, cell]) => cell(row, words))),
    ],
    text.language === 'fr' ? ',' : '.',
  )
}
