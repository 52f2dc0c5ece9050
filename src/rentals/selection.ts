export type Selection = {
  /** The tokens of the list, in the order shown. */
  readonly listed: readonly string[]
  /** What leaves the list leaves the selection, so that nobody acts on the unseen. */
  readonly selected: ReadonlySet<string>
  /** Where the next range begins: the rental toggled last. */
  readonly anchor: string | undefined
}

export const emptySelection: Selection = { listed: [], selected: new Set(), anchor: undefined }

export function setItems(selection: Selection, listed: readonly string[]): Selection {
  if (selection.selected.size === 0) return { ...selection, listed }
  return { ...selection, listed, selected: new Set(listed.filter(token => selection.selected.has(token))) }
}

export function toggle(selection: Selection, token: string): Selection {
  const selected = new Set(selection.selected)
  if (!selected.delete(token)) selected.add(token)
  return { ...selection, selected, anchor: token }
}

/** Adds everything from the anchor to the rental; without an anchor in the list the rental alone. */
export function selectRange(selection: Selection, token: string): Selection {
  const { listed, selected, anchor } = selection
  const to = listed.indexOf(token)
  const from = anchor === undefined ? -1 : listed.indexOf(anchor)
  if (from === -1 || to === -1)
    return { ...selection, selected: new Set([...selected, token]), anchor: token }
  const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ...selection, selected: new Set([...selected, ...range]) }
}

export function selectAll(selection: Selection): Selection {
  return { ...selection, selected: new Set(selection.listed) }
}

export function deselect(selection: Selection): Selection {
  return { ...selection, selected: new Set(), anchor: undefined }
}

/** The selected rentals, in the order shown. */
export function selectedTokens({ listed, selected }: Selection): readonly string[] {
  return listed.filter(token => selected.has(token))
}

/** Steps back when `steps` is negative; undefined beyond the ends. */
export function neighbour(listed: readonly string[], token: string, steps: number): string | undefined {
  const index = listed.indexOf(token)
  return index === -1 ? undefined : listed[index + steps]
}
