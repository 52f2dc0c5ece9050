import type { ApiKeyStore } from '../api/api-key.ts'
import type { PreferencesStore } from '../board/preferences.ts'
import { afterFirstPaint } from '../lib/after-first-paint.ts'
import { attempt } from '../lib/attempt.ts'
import { createBoard, type RunningBoard } from './create-board.ts'
import { attachPageLifecycle } from './page-lifecycle.ts'
import { serverAllowsFiles } from './server-config.ts'
import type { StoredBoard } from './stored-board.ts'

/** The user's own board. The code of the polling comes once the page shows what is stored. */
export function openLiveBoard(
  apiKey: ApiKeyStore,
  preferences: PreferencesStore,
  stored: StoredBoard,
  storage: Storage | undefined,
): RunningBoard {
  const board = createBoard({
    isDemo: false,
    stored,
    apiKey,
    preferences,
    files: { offered: serverAllowsFiles, storage, locks: attempt(() => navigator.locks) },
    async loadPolling() {
      await afterFirstPaint()
      const { startLivePolling } = await import('./live-polling.ts')
      return parts => startLivePolling(parts, apiKey)
    },
  })
  return attachPageLifecycle(board)
}
