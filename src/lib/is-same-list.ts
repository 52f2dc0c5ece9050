/** True when both lists hold the same items, by identity or as `isSame` tells. */
export function isSameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] ?? item))
}
