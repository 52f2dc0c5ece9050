import { createStore } from 'zustand/vanilla'
import type { KnownStatus } from '../api/rental.ts'
import { knownStatuses } from '../api/rental.ts'
import type { RowState } from '../domain/row-state.ts'

/** The tiles of the band: one for each documented status, and one for whatever else there is. */
export type TileName = KnownStatus | 'other'

/** The tile that counts a row state. */
export function tileOf(state: RowState): TileName {
  return knownStatuses.find(status => status === state) ?? 'other'
}

type ViewState = {
  /** The tiles pressed: only their rentals are listed. None pressed lists all. */
  readonly filter: ReadonlySet<TileName>
  /** Finished rentals beyond the first twenty are listed too. */
  readonly unfolded: boolean
  /** Every row is in the page, so that find-in-page and screen readers reach it. */
  readonly everyRow: boolean
}

/** How the user looks at the board just now. */
export const viewStore = createStore<ViewState>(() => ({
  filter: new Set(),
  unfolded: false,
  everyRow: false,
}))

/** Presses or releases a tile. */
export function toggleTile(tile: TileName): void {
  const filter = new Set(viewStore.getState().filter)
  if (!filter.delete(tile)) filter.add(tile)
  viewStore.setState({ filter })
}

/** Releases every tile. */
export function clearFilter(): void {
  viewStore.setState({ filter: new Set() })
}
