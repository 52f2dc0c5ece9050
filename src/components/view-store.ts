import { createStore } from 'zustand/vanilla'
import { type KnownStatus, knownStatuses, type RentalState } from '../rentals/status.ts'

/** The tiles of the header: one for each documented status, and one for whatever else there is. */
export type TileName = KnownStatus | 'other'

/** The tile that counts a row state. */
export function tileOf(state: RentalState): TileName {
  return knownStatuses.find(status => status === state) ?? 'other'
}

/** What the user filters by and has unfolded. */
export type ViewState = {
  /** The tiles pressed: only their rentals are listed. None pressed lists all. */
  readonly filter: ReadonlySet<TileName>
  /** Only rentals that carry all of these tags are listed. */
  readonly tags: ReadonlySet<string>
  /** What is typed in the search field. */
  readonly query: string
  /** The department pressed on the map: only the rentals that target it are listed. */
  readonly department: string | undefined
  /** Only rentals that lack contacts somewhere are listed. */
  readonly short: boolean
  /** Finished rentals beyond the first twenty are listed too. */
  readonly unfolded: boolean
  /** Every row is in the page, so that find-in-page and screen readers reach it. */
  readonly everyRow: boolean
}

/** How the user looks at the board just now. */
export const viewStore = createStore<ViewState>(() => ({
  filter: new Set(),
  tags: new Set(),
  department: undefined,
  short: false,
  query: '',
  unfolded: false,
  everyRow: false,
}))

/** Presses or releases a tile. */
export function toggleTile(tile: TileName): void {
  viewStore.setState(({ filter }) => ({ filter: toggled(filter, tile) }))
}

/** Lists only what carries the tag, besides those selected before, or lists the others too again. */
export function toggleTag(tag: string): void {
  viewStore.setState(({ tags }) => ({ tags: toggled(tags, tag) }))
}

/** Lists only the rentals that target the department, or all of them again. */
export function toggleDepartment(code: string): void {
  viewStore.setState(({ department }) => ({ department: department === code ? undefined : code }))
}

/** Lists only the rentals that lack contacts, or all of them again. */
export function toggleShort(): void {
  viewStore.setState(({ short }) => ({ short: !short }))
}

/** Presses these tiles and lifts every other filter. */
export function showOnly(tiles: readonly TileName[]): void {
  clearFilter()
  viewStore.setState({ filter: new Set(tiles) })
}

/** Lists only what the words find. */
export function search(query: string): void {
  viewStore.setState({ query })
}

/** Releases every tile, tag and department and empties the search. */
export function clearFilter(): void {
  viewStore.setState({ filter: new Set(), tags: new Set(), department: undefined, short: false, query: '' })
}

/** True when something may be left out of the list. */
export function isFiltered({ filter, tags, department, short, query }: ViewState): boolean {
  return short || filter.size > 0 || tags.size > 0 || department !== undefined || query.trim() !== ''
}

function toggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const changed = new Set(values)
  if (!changed.delete(value)) changed.add(value)
  return changed
}
