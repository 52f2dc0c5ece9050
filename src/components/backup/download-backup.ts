import { writeBackup } from '../../domain/backup.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import type { Board } from '../board-context.ts'
import { download } from '../export/download.ts'

export function downloadBackup({ tracked, preferences, now }: Board, { t }: I18n): void {
  const text = writeBackup(tracked.state.getState().rentals.values(), preferences.state.getState(), now())
  download(t.exchange.backupFile(localDay(now())), text, 'application/json')
}
