import { createStore } from 'zustand/vanilla'
import type { TileName } from '../rentals/status.ts'

export type ViewState = {
  /** Any of these tiles is listed; none pressed lists all. */
  readonly filter: ReadonlySet<TileName>
  /** Only rentals that carry all of these tags are listed. */
  readonly tags: ReadonlySet<string>
  readonly query: string
  readonly department: string | undefined
  /** Only rentals that lack contacts somewhere are listed. */
  readonly short: boolean
  /** Only rentals that were put away are listed; otherwise a search alone finds them. */
  readonly archived: boolean
  /** Finished rentals beyond the first twenty are listed too. */
  readonly unfolded: boolean
  /** Every row is in the page, so that find-in-page and screen readers reach it. */
  readonly everyRow: boolean
}

/** What is listed of all rentals. */
export type Filter = Pick<ViewState, 'filter' | 'tags' | 'short' | 'archived' | 'department' | 'query'>

export const noFilter: Filter = {
  filter: new Set(),
  tags: new Set(),
  department: undefined,
  short: false,
  archived: false,
  query: '',
}

export type View = ReturnType<typeof createView>

/** What the user looks at of one board: filters, search, and how much of a long list is drawn. */
export function createView() {
  const state = createStore<ViewState>(() => ({ ...noFilter, unfolded: false, everyRow: false }))
  return {
    state,
    toggleTile(tile: TileName) {
      state.setState(({ filter }) => ({ filter: toggled(filter, tile) }))
    },
    toggleTag(tag: string) {
      state.setState(({ tags }) => ({ tags: toggled(tags, tag) }))
    },
    toggleDepartment(code: string) {
      state.setState(({ department }) => ({ department: department === code ? undefined : code }))
    },
    toggleShort() {
      state.setState(({ short }) => ({ short: !short }))
    },
    toggleArchived() {
      state.setState(({ archived }) => ({ archived: !archived }))
    },
    showOnly(tiles: readonly TileName[]) {
      state.setState({ ...noFilter, filter: new Set(tiles) })
    },
    search(query: string) {
      state.setState({ query })
    },
    clearFilter() {
      state.setState(noFilter)
    },
  }
}

export function isFiltered({ filter, tags, department, short, archived, query }: Filter): boolean {
  return (
    short || archived || filter.size > 0 || tags.size > 0 || department !== undefined || query.trim() !== ''
  )
}

function toggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const changed = new Set(values)
  if (!changed.delete(value)) changed.add(value)
  return changed
}
