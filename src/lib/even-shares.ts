/** The share (0 to 1) of each value among those that equal it: evenly apart, in the order in which they come. */
export function evenShares(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  const ranks = values.map(value => {
    const rank = counts.get(value) ?? 0
    counts.set(value, rank + 1)
    return rank
  })
  return values.map((value, index) => (ranks[index] ?? 0) / (counts.get(value) ?? 1))
}
