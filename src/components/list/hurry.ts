import type { DrawnLine } from './list-frame.tsx'

/** So many rows a frame come in whole: about what the eye can follow, and a slow machine can draw. */
const AT_ONCE = 3

/**
 * Has the rows of a list that is scrolled fast come in brief, so that it keeps up; what was drawn whole stays so.
 * Once the list rests, all are drawn whole.
 * @param before what was drawn last
 */
export function hurry(
  drawn: readonly DrawnLine[],
  before: readonly DrawnLine[],
  isScrolling: boolean,
): readonly DrawnLine[] {
  if (!isScrolling) return drawn
  const whole = new Set(before.flatMap(({ item, isBrief }) => (isBrief ? [] : item.key)))
  const isNew = ({ item }: DrawnLine) => item.kind === 'rental' && !whole.has(item.key)
  if (drawn.filter(isNew).length <= AT_ONCE) return drawn
  return drawn.map(line => (isNew(line) ? { ...line, isBrief: true } : line))
}
