import { createStore } from 'zustand/vanilla'
import { type KnownStatus, knownStatuses, type RentalState } from '../rentals/status.ts'

/** One for each documented status, and one for whatever else there is. */
export type TileName = KnownStatus | 'other'

export function tileOf(state: RentalState): TileName {
  return knownStatuses.find(status => status === state) ?? 'other'
}

export type ViewState = {
  /** Any of these tiles is listed; none pressed lists all. */
  readonly filter: ReadonlySet<TileName>
  /** Only rentals that carry all of these tags are listed. */
  readonly tags: ReadonlySet<string>
  readonly query: string
  readonly department: string | undefined
  /** Only rentals that lack contacts somewhere are listed. */
  readonly short: boolean
  /** Finished rentals beyond the first twenty are listed too. */
  readonly unfolded: boolean
  /** Every row is in the page, so that find-in-page and screen readers reach it. */
  readonly everyRow: boolean
}

export const viewStore = createStore<ViewState>(() => ({
  filter: new Set(),
  tags: new Set(),
  department: undefined,
  short: false,
  query: '',
  unfolded: false,
  everyRow: false,
}))

export function toggleTile(tile: TileName): void {
  viewStore.setState(({ filter }) => ({ filter: toggled(filter, tile) }))
}

export function toggleTag(tag: string): void {
  viewStore.setState(({ tags }) => ({ tags: toggled(tags, tag) }))
}

export function toggleDepartment(code: string): void {
  viewStore.setState(({ department }) => ({ department: department === code ? undefined : code }))
}

export function toggleShort(): void {
  viewStore.setState(({ short }) => ({ short: !short }))
}

export function showOnly(tiles: readonly TileName[]): void {
  clearFilter()
  viewStore.setState({ filter: new Set(tiles) })
}

export function search(query: string): void {
  viewStore.setState({ query })
}

export function clearFilter(): void {
  viewStore.setState({ filter: new Set(), tags: new Set(), department: undefined, short: false, query: '' })
}

export function isFiltered({ filter, tags, department, short, query }: ViewState): boolean {
  return short || filter.size > 0 || tags.size > 0 || department !== undefined || query.trim() !== ''
}

function toggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const changed = new Set(values)
  if (!changed.delete(value)) changed.add(value)
  return changed
}
