import { createStore } from 'zustand/vanilla'
import type { ApiKeyStore } from '../api/api-key.ts'
import { allowsFiles, readServerConfig } from '../api/server-config.ts'
import { createFileOffer } from '../board/file-access.ts'
import { clearAddress, followAddress } from '../board/follow-address.ts'
import type { PreferencesStore } from '../board/preferences.ts'
import { boardAddress, sharedPart } from '../board/routes.ts'
import { afterFirstPaint } from '../lib/after-first-paint.ts'
import { attempt } from '../lib/attempt.ts'
import { createBoard, type RunningBoard } from './create-board.ts'
import { type BoardReadInSlices, readStoredBoard, type StoredBoard } from './stored-board.ts'

/**
 * The board that the page shows; none until it is known which.
 * @param storage where the user's own list is kept; absent, in the page only
 */
export function createBoardMode(
  apiKey: ApiKeyStore,
  preferences: PreferencesStore,
  storage: Storage | undefined,
) {
  const store = createStore<{ board: RunningBoard | undefined }>(() => ({ board: undefined }))

  let stopFollowing: (() => void) | undefined

  function show(board: RunningBoard) {
    const { board: before } = store.getState()
    before?.stop()
    stopFollowing?.()
    // What one board has just said stands over the next; what it offers to undo is gone with it.
    for (const { text, action } of before?.toasts.getState().toasts ?? []) {
      if (action === undefined) board.toasts.getState().show({ text })
    }
    // What filters one board says nothing of another.
    if (before !== undefined) clearAddress()
    stopFollowing = followAddress(board)
    store.setState({ board })
  }

  function openLive(stored: BoardReadInSlices) {
    show(openLiveBoard(apiKey, preferences, stored, storage))
    stored.applyMissedEvents()
  }

  async function showLive() {
    if (store.getState().board?.isDemo && sharedPart() === undefined) location.hash = boardAddress
    openLive(await readStoredBoard(storage))
  }

  async function openDemo(lacksKey: boolean) {
    const { openDemoBoard } = await import('./demo-board.tsx')
    show(await openDemoBoard(apiKey, preferences, lacksKey, () => void showLive()))
  }

  const showDemo = () => openDemo(false)

  // A key typed in the demonstration leads to the account it opens.
  apiKey.subscribe(key => {
    if (key !== undefined && store.getState().board?.isDemo) void showLive()
  })

  // What a link carries is for the user's own list, never for the demonstration's.
  window.addEventListener('hashchange', () => {
    if (sharedPart() !== undefined && store.getState().board?.isDemo) void showLive()
  })

  return {
    store,
    showLive,
    showDemo,
    /** Opens the demonstration when it is asked for, or when there is neither a key nor a rental to show. */
    async start(query: URLSearchParams) {
      const isShared = sharedPart() !== undefined
      if (query.has('demo') && !isShared) return showDemo()
      const stored = await readStoredBoard(storage)
      const hasOwn = stored.tracked.state.getState().rentals.size > 0 || apiKey.get() !== undefined
      if (hasOwn || isShared) return openLive(stored)
      const { serverKey, lacksKey } = await readServerConfig()
      if (serverKey) return openLive(stored)
      stored.applyMissedEvents()
      return openDemo(lacksKey)
    },
  }
}

export type BoardMode = ReturnType<typeof createBoardMode>

/** The user's own board. The code of the polling comes once the page shows what is stored. */
function openLiveBoard(
  apiKey: ApiKeyStore,
  preferences: PreferencesStore,
  stored: StoredBoard,
  storage: Storage | undefined,
): RunningBoard {
  return createBoard({
    isDemo: false,
    stored,
    apiKey,
    preferences,
    storage,
    files: {
      offer: createFileOffer(allowsFiles),
      storage,
      locks: attempt(() => navigator.locks),
    },
    async loadPolling() {
      await afterFirstPaint()
      const { startLivePolling } = await import('./live-polling.ts')
      return parts => startLivePolling(parts, apiKey)
    },
  })
}
