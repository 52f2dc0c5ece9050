import * as z from 'zod/mini'
import { momentSchema } from '../../api/rental.ts'
import type { Board } from '../../board/board-context.ts'
import { attempt } from '../../lib/attempt.ts'
import { DOWNLOAD_PREFIX, DOWNLOAD_VERSION, entryKey } from '../../storage.ts'
import type { Watched } from './backup.ts'

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
