import * as z from 'zod/mini'
import { momentSchema } from '../../api/rental.ts'
import type { Board } from '../../board/board-context.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { attempt } from '../../lib/attempt.ts'
import { localDay } from '../../lib/local-time.ts'
import { DOWNLOAD_PREFIX, DOWNLOAD_VERSION, entryKey } from '../../storage.ts'
import { download } from '../../ui/save-file.ts'
import { type Watched, writeBackup } from './backup.ts'
import { backupWords } from './words.ts'

export function downloadBackup(board: Board, { language }: I18n): void {
  const { tracked, preferences, now } = board
  const rentals = [...tracked.state.getState().rentals.values()]
  const watched = rentals.map(rental => ({ ...rental, ...watchedOf(board, rental.token) }))
  const text = writeBackup(watched, preferences.state.getState(), now())
  download(backupWords[language].backupFile(localDay(now())), text, 'application/json')
}

const mark = z.object({
  v: z.literal(DOWNLOAD_VERSION),
  at: momentSchema,
  state: z.enum(['running', 'unsure', 'done']),
})

/** What this board saw of a rental, and whether its file was fetched. */
export function watchedOf({ rentalCache, files }: Board, token: string): Watched {
  const text = attempt(() => files?.storage?.getItem(entryKey(DOWNLOAD_PREFIX, token))) ?? 'null'
  const found = attempt(() => mark.parse(JSON.parse(text)))
  return {
    history: rentalCache.history(token),
    // Nobody will hear how one ends that is under way.
    download: found && { at: found.at, state: found.state === 'running' ? 'unsure' : found.state },
  }
}

/** To be called before the rental is tracked: its history is read then. */
export function restoreWatched(
  { checkStorage, files }: Board,
  token: string,
  { history, download }: Watched,
): void {
  if (history) checkStorage?.save(token, { history })
  const text = download && JSON.stringify({ v: DOWNLOAD_VERSION, ...download })
  if (text) attempt(() => files?.storage?.setItem(entryKey(DOWNLOAD_PREFIX, token), text))
}
