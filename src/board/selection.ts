import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'

/** For the shortcut that presses the button. */
export const TAG_SELECTION_ID = 'tag-selection'

type SelectionState = {
  /** The tokens of the list, in the order shown. */
  readonly listed: readonly string[]
  /** What leaves the list leaves the selection, so that nobody acts on the unseen. */
  readonly selected: ReadonlySet<string>
  /** Where the next range begins: the rental toggled last. */
  readonly anchor: string | undefined
  /** In selection mode a touch on a rental selects it, as Ctrl and a click do. */
  readonly isMode: boolean
}

const nothing = { selected: new Set<string>(), anchor: undefined, isMode: false }

export type BoardSelection = ReturnType<typeof createSelection>

/** The rentals of one board that are selected, among those that its list shows. */
export function createSelection() {
  const state = createStore<SelectionState>(() => ({ ...nothing, listed: [] }))

  function clear() {
    state.setState(nothing)
  }

  /** As a range, adds everything from the anchor up to it; without an anchor in the list the rental alone. */
  function select(token: string, asRange: boolean) {
    const { listed, selected: before, anchor } = state.getState()
    const selected = new Set(before)
    const to = listed.indexOf(token)
    const from = anchor === undefined ? -1 : listed.indexOf(anchor)
    if (asRange && from !== -1 && to !== -1) {
      for (const each of listed.slice(Math.min(from, to), Math.max(from, to) + 1)) selected.add(each)
      return state.setState({ selected })
    }
    if (asRange || !selected.delete(token)) selected.add(token)
    state.setState({ selected, anchor: token })
  }

  return {
    state,
    clear,
    select,
    selectAll() {
      state.setState(({ listed }) => ({ selected: new Set(listed) }))
    },
    toggleMode() {
      if (state.getState().isMode) clear()
      else state.setState({ isMode: true })
    },
    setListed(listed: readonly string[]) {
      const { selected } = state.getState()
      if (selected.size === 0) state.setState({ listed })
      else state.setState({ listed, selected: new Set(listed.filter(token => selected.has(token))) })
    },
    /** With Ctrl, Cmd or Shift, or in selection mode, a click on a rental's link selects it and does not open it. */
    selectInstead(event: MouseEvent, token: string) {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (isPlain && !state.getState().isMode) return
      event.preventDefault()
      select(token, event.shiftKey)
    },
  }
}

/** The selected rentals, in the order shown. */
export function selectedTokens({ listed, selected }: SelectionState): readonly string[] {
  return listed.filter(token => selected.has(token))
}

/** Steps back when `steps` is negative; undefined beyond the ends. */
export function neighbour(listed: readonly string[], token: string, steps: number): string | undefined {
  const index = listed.indexOf(token)
  return index === -1 ? undefined : listed[index + steps]
}
