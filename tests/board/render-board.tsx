import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { onTestFinished, vi } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'
import { fetchRental } from '../../src/api/fetch-rental.ts'
import { createBoard, type RunningBoard } from '../../src/app/create-board.ts'
import { startPolling } from '../../src/app/start-polling.ts'
import { BoardContext } from '../../src/board/board-context.ts'
import { FilterProvider } from '../../src/board/filter-provider.tsx'
import { createPreferences } from '../../src/board/preferences.ts'
import { type I18n, I18nContext } from '../../src/i18n/i18n.ts'
import { markFirstPaint } from '../../src/lib/after-first-paint.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { now } from '../../src/lib/clock.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'

/** Milliseconds that the board may take to show what came, on a machine that does other things too. */
export const patience = { timeout: 4_000 }

/** Draws part of the page on a real board that follows the tokens and asks the network of the tests. */
export function renderBoard(part: ReactNode, text: I18n, ...tokens: readonly string[]): RunningBoard {
  const board = createBoard({
    isDemo: false,
    stored: { tracked: createTrackedStore(memoryStorage(), now), storage: undefined, checks: new Map() },
    apiKey: createApiKeyStore(undefined, undefined),
    preferences: createPreferences(undefined),
    loadPolling: async () => parts =>
      startPolling({ ...parts, source: (token, { signal }) => fetchRental(token, { signal }) }),
  })
  onTestFinished(board.stop)
  board.tracked.add(tokens.map(token => ({ token })))
  render(
    <I18nContext value={text}>
      <BoardContext value={board}>
        <FilterProvider>{part}</FilterProvider>
      </BoardContext>
    </I18nContext>,
  )
  markFirstPaint()
  return board
}

/** The row of a rental, once it stands in the state. */
export function findRow(token: string, state: string): Promise<HTMLElement> {
  return vi.waitFor(() => {
    const row = document.querySelector<HTMLElement>(`[data-token="${token}"][data-status="${state}"]`)
    if (row === null) throw new Error(`no ${state} row of ${token}`)
    return row
  }, patience)
}
