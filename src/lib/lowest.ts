/** The first of the items whose rank is the lowest; those without one are passed over. */
export function lowest<Item>(
  items: readonly Item[],
  rank: (item: Item) => number | undefined,
): Item | undefined {
  let first: Item | undefined
  let least = Number.NaN
  for (const item of items) {
    const value = rank(item)
    if (value === undefined || value >= least) continue
    first = item
    least = value
  }
  return first
}
