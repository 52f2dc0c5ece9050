import type { Board } from '../../board/board-context.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import { download } from '../../ui/save-file.ts'
import { writeBackup } from './backup.ts'
import { watchedOf } from './watched.ts'
import { backupWords } from './words.ts'

export function downloadBackup(board: Board, { language }: I18n): void {
  const { tracked, preferences, now } = board
  const rentals = [...tracked.state.getState().rentals.values()]
  const watched = rentals.map(rental => ({ ...rental, ...watchedOf(board, rental.token) }))
  const text = writeBackup(watched, preferences.state.getState(), now())
  download(backupWords[language].backupFile(localDay(now())), text, 'application/json')
}
