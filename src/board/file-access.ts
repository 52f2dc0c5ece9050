import { createStore } from 'zustand/vanilla'

export type FileAccess = {
  /** Whether the server lets files through. */
  readonly offer: ReturnType<typeof createFileOffer>
  /** In place of the browser's own, for the demonstration. */
  readonly fetch?: typeof globalThis.fetch
  /** Holds which files are being fetched, for other tabs and for after a reload. */
  readonly storage: Storage | undefined
  /** The browser's locks; absent over plain http on a network. */
  readonly locks?: LockManager | undefined
}

/** @param ask whether the server lets files through; undefined when it does not say */
export function createFileOffer(ask: () => Promise<boolean | undefined>) {
  /** Undefined until the server has said. */
  const state = createStore<{ isOffered: boolean | undefined }>(() => ({ isOffered: undefined }))
  let isAsking = false
  return {
    state,
    /** Asks the server once; one that did not say is asked again. */
    async ask() {
      if (isAsking || state.getState().isOffered !== undefined) return
      isAsking = true
      state.setState({ isOffered: await ask() })
      isAsking = false
    },
  }
}
