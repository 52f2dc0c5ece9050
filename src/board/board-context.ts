import { type ComponentType, createContext, use } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { ApiKeyStore } from '../api/api-key.ts'
import type { Clock } from '../lib/clock.ts'
import type { CheckStorage } from '../polling/check-storage.ts'
import type { BoardModel } from '../rentals/board-model.ts'
import type { ChangesState } from '../rentals/change-feed.ts'
import type { BoardPoller } from '../rentals/describe-polling.ts'
import type { SharedCache } from '../rentals/shared-history.ts'
import type { TrackedStore } from '../rentals/tracked-store.ts'
import type { Team } from '../team/team.ts'
import type { Dialogs } from './dialogs.ts'
import type { FileAccess } from './file-access.ts'
import type { PreferencesStore } from './preferences.ts'
import type { BoardSelection } from './selection.ts'
import type { ToastState } from './toast-store.ts'
import type { View } from './view.ts'

/** What one board runs on; the demonstration has its own. */
export type Board = {
  readonly isDemo: boolean
  /** Shown above everything. */
  readonly Banner?: ComponentType<{ onLeave: () => void }>
  /** Opens the user's own board in place of the demonstration. */
  readonly leaveDemo?: () => void
  readonly now: Clock
  readonly tracked: TrackedStore
  readonly apiKey: ApiKeyStore
  readonly rentalCache: SharedCache
  /** Where checks are kept over a reload; absent where they are not. */
  readonly checkStorage?: CheckStorage | undefined
  /** Where this board keeps what is the user's own; the demonstration has a memory of its own. */
  readonly storage?: Storage | undefined
  /** How files are fetched; absent where they are not. */
  readonly files?: FileAccess | undefined
  readonly poller: BoardPoller
  readonly model: BoardModel
  readonly changes: StoreApi<ChangesState>
  /** The team's list that the board is bound to; none where the operator has not switched it on, and in the demonstration. */
  readonly team: StoreApi<{ team: Team | undefined }>
  readonly toasts: StoreApi<ToastState>
  readonly preferences: PreferencesStore
  readonly view: View
  readonly selection: BoardSelection
  readonly dialogs: Dialogs
}

export const BoardContext = createContext<Board | undefined>(undefined)

export function useBoard(): Board {
  const board = use(BoardContext)
  if (board === undefined) throw new Error('useBoard needs a BoardContext around it')
  return board
}

/** Reads a part of one of the board's stores, which must keep its identity, and draws anew when it is another. */
function readerOf<State>(storeOf: (board: Board) => StoreApi<State>) {
  return <Part>(select: (state: State) => Part): Part => useStore(storeOf(useBoard()), select)
}

export const useTracked = readerOf(({ tracked }) => tracked.state)
export const usePreferences = readerOf(({ preferences }) => preferences.state)
export const useViewState = readerOf(({ view }) => view.state)
export const useSelection = readerOf(({ selection }) => selection.state)
export const useModel = readerOf(({ model }) => model.state)
export const usePollStatus = readerOf(({ poller }) => poller.status)
