import { createStore } from 'zustand/vanilla'
import { ApiError, isAccountError } from '../../api/errors.ts'
import type { Download, DownloadState } from './download.ts'

export type QueuedFile = { readonly token: string; readonly download: Download }

/** `stopping`: the file under way still comes whole. `resting`: nothing is under way, and some may be left. */
type QueuePhase = 'asking' | 'running' | 'stopping' | 'resting'

/** `current` is the place of the file that was asked for last. */
type QueueState = { readonly phase: QueuePhase; readonly current: number }

export type DownloadQueue = ReturnType<typeof createDownloadQueue>

/** Each file keeps the guards of a single download; those that were asked for before are left to the user. */
export function createDownloadQueue(files: readonly QueuedFile[]) {
  const state = createStore<QueueState>(() => ({ phase: 'asking', current: 0 }))
  const phase = () => state.getState().phase

  async function fetchLeft() {
    for (const [current, { download }] of files.entries()) {
      if (!isLeft(download.state.getState())) continue
      state.setState({ current })
      await download.start()
      saveAtOnce(download)
      if (phase() === 'stopping' || concernsTheOthers(download.state.getState())) return
    }
  }

  return {
    files,
    state,
    /** Fetches and saves what is left, one after the other; while it does so, further calls do nothing. */
    async start() {
      if (phase() === 'running' || phase() === 'stopping') return
      state.setState({ phase: 'running' })
      await fetchLeft()
      state.setState({ phase: 'resting' })
    },
    /** Asks for no further file. The one under way is not given up: the provider would count it as fetched. */
    stop() {
      if (phase() === 'running') state.setState({ phase: 'stopping' })
    },
    /** Drops the bytes, and aborts what is under way. */
    close() {
      state.setState({ phase: 'stopping' })
      for (const { download } of files) download.close()
    },
  }
}

/** Not asked for yet, neither now nor before. */
export function isLeft(state: DownloadState): boolean {
  return state.phase === 'asking' && state.earlier === undefined
}

/** Nobody is there to choose a form. */
function saveAtOnce({ state, save }: Download) {
  const current = state.getState()
  const [best] = current.phase === 'received' && current.saved.length === 0 ? current.facts.forms : []
  if (best !== undefined) save(best.form)
}

/** Anything but the provider's word on this one rental would befall the next ones, and might use them up. */
function concernsTheOthers(state: DownloadState): boolean {
  if (state.phase !== 'failed') return false
  return !(state.error instanceof ApiError) || isAccountError(state.error)
}
