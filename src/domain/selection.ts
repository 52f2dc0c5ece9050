/** Rentals chosen in the list, as messages are in a mail client. */
export type Selection = {
  /** The tokens of the list, in the order shown. */
  readonly listed: readonly string[]
  /** Those of them that are chosen: what leaves the list leaves the selection, so that nobody acts on the unseen. */
  readonly chosen: ReadonlySet<string>
  /** Where the next range begins: the one chosen or released last. */
  readonly anchor: string | undefined
}

export const emptySelection: Selection = { listed: [], chosen: new Set(), anchor: undefined }

/** The list shows these rentals now, in this order. */
export function setItems(selection: Selection, listed: readonly string[]): Selection {
  if (selection.chosen.size === 0) return { ...selection, listed }
  return { ...selection, listed, chosen: new Set(listed.filter(token => selection.chosen.has(token))) }
}

/** Chooses the rental, or releases it. */
export function toggle(selection: Selection, token: string): Selection {
  const chosen = new Set(selection.chosen)
  if (!chosen.delete(token)) chosen.add(token)
  return { ...selection, chosen, anchor: token }
}

/** Chooses, besides, everything from the anchor to the rental; without an anchor in the list the rental alone. */
export function selectRange(selection: Selection, token: string): Selection {
  const { listed, chosen, anchor } = selection
  const to = listed.indexOf(token)
  const from = anchor === undefined ? -1 : listed.indexOf(anchor)
  if (from === -1 || to === -1) return { ...selection, chosen: new Set([...chosen, token]), anchor: token }
  const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ...selection, chosen: new Set([...chosen, ...range]) }
}

/** Chooses everything that is listed. */
export function selectAll(selection: Selection): Selection {
  return { ...selection, chosen: new Set(selection.listed) }
}

/** Releases everything. */
export function deselect(selection: Selection): Selection {
  return { ...selection, chosen: new Set(), anchor: undefined }
}

/** The chosen rentals, in the order shown. */
export function selectedTokens({ listed, chosen }: Selection): readonly string[] {
  return listed.filter(token => chosen.has(token))
}

/** The rental that many steps further in the list (back when negative); undefined beyond its ends. */
export function neighbour(listed: readonly string[], token: string, steps: number): string | undefined {
  const index = listed.indexOf(token)
  return index === -1 ? undefined : listed[index + steps]
}
