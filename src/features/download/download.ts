import { createStore } from 'zustand/vanilla'
import { ApiError, HttpError, RateLimitError } from '../../api/errors.ts'
import type { FetchedFile, FetchFileOptions, FileProgress } from '../../api/fetch-file.ts'
import type { DownloadAttempt, DownloadAttempts } from './download-attempts.ts'
import { acquireDownloadLock, type DownloadLock } from './download-lock.ts'
import { type FileFacts, type FileForm, receivedFile } from './received-file.ts'

export type DownloadState =
  /** Nothing was asked for yet; `earlier` is what an earlier attempt left. */
  | { readonly phase: 'asking'; readonly earlier: DownloadAttempt | undefined }
  | ({ readonly phase: 'receiving' } & FileProgress)
  /** `saved` are the forms that were handed to the browser. */
  | { readonly phase: 'received'; readonly facts: FileFacts; readonly saved: readonly FileForm[] }
  | { readonly phase: 'failed'; readonly error: unknown; readonly maybeTaken: boolean }
  | { readonly phase: 'cancelled' }
  /** Another tab fetches the same file now. */
  | { readonly phase: 'busy' }

type DownloadOptions = {
  readonly token: string
  readonly fetchFile: (token: string, options: FetchFileOptions) => Promise<FetchedFile>
  readonly locks: LockManager | undefined
  readonly markers: DownloadAttempts
  /** Hands a file to the browser; the ending is that of its name. */
  readonly save: (blob: Blob, ending: string) => void
  /** Called at the end of every request, good or bad. */
  readonly onEnd: () => void
}

export type Download = ReturnType<typeof createDownload>

/** Holds the file in the memory of this page alone, until it is closed. */
export function createDownload(options: DownloadOptions) {
  const { token, markers } = options
  const state = createStore<DownloadState>(() => ({ phase: 'asking', earlier: markers.get(token) }))
  const show = (next: DownloadState) => state.setState(next, true)
  let request: AbortController | undefined
  let blobs: ReadonlyMap<FileForm, Blob> = new Map()

  function save(form: FileForm) {
    const current = state.getState()
    const blob = blobs.get(form)
    if (current.phase !== 'received' || blob === undefined) return
    const ending = current.facts.forms.find(offered => offered.form === form)?.ending ?? 'bin'
    options.save(blob, ending)
    show({ ...current, saved: [...new Set([...current.saved, form])] })
  }

  async function receive(claim: DownloadLock, { signal }: AbortController) {
    if (signal.aborted) {
      claim.end('clear')
      return show({ phase: 'cancelled' })
    }
    const leaving = watchPageUnload()
    try {
      const fetched = await options.fetchFile(token, {
        signal,
        onProgress: progress => show({ phase: 'receiving', ...progress }),
      })
      const file = receivedFile(fetched)
      claim.end('done')
      if (signal.aborted) return
      blobs = file.blobs
      show({ phase: 'received', facts: file.facts, saved: [] })
      const [only, ...others] = file.facts.forms
      if (only !== undefined && others.length === 0) save(only.form)
    } catch (error) {
      const maybeTaken = signal.aborted || mayBeTaken(error)
      // The next page takes what it finds running for interrupted.
      claim.end(leaving.hasBegun() ? 'running' : maybeTaken ? 'unsure' : 'clear')
      show(signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', error, maybeTaken })
    } finally {
      leaving.stop()
      options.onEnd()
    }
  }

  return {
    state,
    save,
    /** Asks for the file, once: further calls do nothing. */
    async start() {
      const asked = state.getState()
      if (asked.phase !== 'asking') return
      const own = new AbortController()
      request = own
      show({ phase: 'receiving', received: 0, total: undefined })
      const claimed = await acquireDownloadLock(token, {
        locks: options.locks,
        markers,
        acknowledged: asked.earlier,
      })
      if (!('refused' in claimed)) return receive(claimed, own)
      show(claimed.refused === 'busy' ? { phase: 'busy' } : { phase: 'asking', earlier: claimed.marker })
    },
    cancel: () => request?.abort(),
    /** Drops the bytes, and aborts a request that is under way. */
    close() {
      request?.abort()
      blobs = new Map()
    },
  }
}

/**
 * Whether the provider may count the file as fetched after a failure: not when it names the error itself, nor when the
 * board's server refuses; anything else may have come too late.
 */
export function mayBeTaken(error: unknown): boolean {
  if (error instanceof ApiError || error instanceof RateLimitError) return false
  return !(error instanceof HttpError) || error.status >= 500
}

/** A browser aborts requests as the page goes away, while its code still runs: they look like broken connections. */
function watchPageUnload(): { readonly hasBegun: () => boolean; readonly stop: () => void } {
  const events = new AbortController()
  let hasBegun = false
  for (const name of ['beforeunload', 'pagehide']) {
    window.addEventListener(
      name,
      () => {
        hasBegun = true
      },
      { signal: events.signal },
    )
  }
  return { hasBegun: () => hasBegun, stop: () => events.abort() }
}
