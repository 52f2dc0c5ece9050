import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { fetchFile } from '../../api/fetch-file.ts'
import { type Board, useBoard } from '../../board/board-context.ts'
import type { FileAccess } from '../../board/file-access.ts'
import { useWords } from '../../i18n/i18n.ts'
import { localDay } from '../../lib/local-time.ts'
import { downloadBlob } from '../../ui/save-file.ts'
import { createDownload, type Download, type DownloadState } from './download.ts'
import { createDownloadAttempts } from './download-attempts.ts'
import { createDownloadQueue, type DownloadQueue } from './download-queue.ts'
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
  const create = useDownloads(files)
  const nameOf = useFileName()
  const [download] = useState(() => create(token))
  const state = useStore(download.state)
  useEffect(() => download.close, [download])
  useWarningOnLeaving(isAtRisk(state))
  return { download, state, nameOf: ending => nameOf(token, ending) }
}

/**
 * Of those that are ready. What has arrived stays at hand until the dialog closes: a browser that is not allowed to save several files drops
 * those after the first, and tells nobody.
 */
export function useDownloadQueue(
  tokens: readonly string[],
  files: FileAccess,
): { queue: DownloadQueue; isAtRisk: boolean } {
  const { model } = useBoard()
  const create = useDownloads(files)
  const [queue] = useState(() => {
    const { summaries } = model.state.getState()
    const ready = tokens.filter(token => summaries.get(token)?.state === 'ready')
    return createDownloadQueue(ready.map(token => ({ token, download: create(token) })))
  })
  const phase = useStore(queue.state, state => state.phase)
  const hasFiles = queue.files.some(({ download }) => download.state.getState().phase === 'received')
  const isAtRisk = phase === 'running' || phase === 'stopping' || hasFiles
  useEffect(() => queue.close, [queue])
  useWarningOnLeaving(isAtRisk)
  return { queue, isAtRisk }
}

function useDownloads(files: FileAccess): (token: string) => Download {
  const board = useBoard()
  const nameOf = useFileName()
  const { apiKey, now, team } = board
  return token => {
    const download = createDownload({
      token,
      fetchFile: (token, options) =>
        fetchFile(token, { ...options, apiKey: apiKey.get(), fetch: files.fetch }),
      locks: files.locks,
      markers: createDownloadAttempts(files.storage, now),
      save: (blob, ending) => downloadBlob(nameOf(token, ending), blob),
      onEnd: () => recheck(board, token),
    })
    download.state.subscribe(({ phase }, before) => {
      if (phase === 'received' && before.phase === 'receiving') team.getState().team?.noteFetched(token)
    })
    return download
  }
}

function useFileName(): (token: string, ending: string) => string {
  const { tracked, now, isDemo } = useBoard()
  const w = useWords(downloadWords)
  return (token, ending) => {
    const name = tracked.state.getState().rentals.get(token)?.name ?? token
    return fileName(isDemo ? w.simulatedName(name) : name, localDay(now()), ending)
  }
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
