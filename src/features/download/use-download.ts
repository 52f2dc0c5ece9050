import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { fetchFile } from '../../api/fetch-file.ts'
import type { Board } from '../../board/board-context.ts'
import { useBoard } from '../../board/board-context.ts'
import type { FileAccess } from '../../board/file-access.ts'
import { useWords } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import { downloadBlob } from '../../ui/save-file.ts'
import { createDownload, type Download, type DownloadState } from './download.ts'
import { createDownloadAttempts } from './download-attempts.ts'
import { fileName } from './file-name.ts'
import { downloadWords } from './words.ts'

/** True while closing the page or the dialog would lose the file. */
export function isAtRisk(state: DownloadState): boolean {
  return state.phase === 'receiving' || (state.phase === 'received' && state.saved.length === 0)
}

/** `nameOf` gives the name that a file with this ending is saved under. */
export function useDownload(
  token: string,
  files: FileAccess,
): { download: Download; state: DownloadState; nameOf: (ending: string) => string } {
  const board = useBoard()
  const w = useWords(downloadWords)
  const { tracked, apiKey, now, isDemo } = board
  const name = useStore(tracked.state, ({ rentals }) => rentals.get(token)?.name) ?? token
  const nameOf = (ending: string) => fileName(isDemo ? w.simulatedName(name) : name, localDay(now()), ending)

  const [download] = useState(() =>
    createDownload({
      token,
      fetchFile: (token, options) =>
        fetchFile(token, { ...options, apiKey: apiKey.get(), fetch: files.fetch }),
      locks: files.locks,
      markers: createDownloadAttempts(files.storage, now),
      save: (blob, ending) => downloadBlob(nameOf(ending), blob),
      onEnd: () => recheck(board, token),
    }),
  )
  const state = useStore(download.state)
  useEffect(() => download.close, [download])
  useWarningOnLeaving(isAtRisk(state))
  return { download, state, nameOf }
}

function useWarningOnLeaving(isWanted: boolean) {
  useEffect(() => {
    if (!isWanted) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isWanted])
}

/** A server in between may share a reply for some seconds, so a status that has not moved is asked for again. */
const RECHECK_DELAYS_MS = [6_000, 15_000]

function recheck({ poller, model }: Board, token: string): void {
  poller.refresh(token)
  for (const ms of RECHECK_DELAYS_MS) {
    setTimeout(() => {
      if (model.state.getState().summaries.get(token)?.state === 'ready') poller.refresh(token)
    }, ms)
  }
}
