/** Rentals selected in the list, as messages are in a mail client. */
export type Selection = {
  /** The tokens of the list, in the order shown. */
  readonly listed: readonly string[]
  /** Those of them that are selected: what leaves the list leaves the selection, so that nobody acts on the unseen. */
  readonly selected: ReadonlySet<string>
  /** Where the next range begins: the one selected or released last. */
  readonly anchor: string | undefined
}

export const emptySelection: Selection = { listed: [], selected: new Set(), anchor: undefined }

/** The list shows these rentals now, in this order. */
export function setItems(selection: Selection, listed: readonly string[]): Selection {
  if (selection.selected.size === 0) return { ...selection, listed }
  return { ...selection, listed, selected: new Set(listed.filter(token => selection.selected.has(token))) }
}

/** Chooses the rental, or releases it. */
export function toggle(selection: Selection, token: string): Selection {
  const selected = new Set(selection.selected)
  if (!selected.delete(token)) selected.add(token)
  return { ...selection, selected, anchor: token }
}

/** Chooses, besides, everything from the anchor to the rental; without an anchor in the list the rental alone. */
export function selectRange(selection: Selection, token: string): Selection {
  const { listed, selected, anchor } = selection
  const to = listed.indexOf(token)
  const from = anchor === undefined ? -1 : listed.indexOf(anchor)
  if (from === -1 || to === -1)
    return { ...selection, selected: new Set([...selected, token]), anchor: token }
  const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ...selection, selected: new Set([...selected, ...range]) }
}

/** Chooses everything that is listed. */
export function selectAll(selection: Selection): Selection {
  return { ...selection, selected: new Set(selection.listed) }
}

/** Releases everything. */
export function deselect(selection: Selection): Selection {
  return { ...selection, selected: new Set(), anchor: undefined }
}

/** The selected rentals, in the order shown. */
export function selectedTokens({ listed, selected }: Selection): readonly string[] {
  return listed.filter(token => selected.has(token))
}

/** The rental that many steps further in the list (back when negative); undefined beyond its ends. */
export function neighbour(listed: readonly string[], token: string, steps: number): string | undefined {
  const index = listed.indexOf(token)
  return index === -1 ? undefined : listed[index + steps]
}
