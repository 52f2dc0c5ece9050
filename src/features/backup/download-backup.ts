import type { Board } from '../../board/board-context.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import { download } from '../../ui/save-file.ts'
import { writeBackup } from './backup.ts'
import { backupWords } from './words.ts'

export function downloadBackup({ tracked, preferences, now }: Board, { language }: I18n): void {
  const text = writeBackup(tracked.state.getState().rentals.values(), preferences.state.getState(), now())
  download(backupWords[language].backupFile(localDay(now())), text, 'application/json')
}
