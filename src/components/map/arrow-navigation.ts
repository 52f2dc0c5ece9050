/** A department, and where it stands on the map. */
export type Point = { readonly code: string; readonly at: readonly [x: number, y: number] }

/** Keys that lead from one department to another. */
export const arrows = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const

export type Arrow = keyof typeof arrows

export function isArrow(key: string): key is Arrow {
  return key in arrows
}

/** The nearest place that way from here, one ahead before one aside; undefined at the edge. */
export function nearest(from: Point, arrow: Arrow, places: readonly Point[]): Point | undefined {
  const [right, down] = arrows[arrow]
  const ways = places.flatMap(place => {
    const [dx, dy] = [place.at[0] - from.at[0], place.at[1] - from.at[1]]
    const ahead = dx * right + dy * down
    const aside = Math.abs(dx * down + dy * right)
    // A step aside counts twice: the eye looks straight on.
    return ahead > 0 ? [{ place, isAhead: ahead >= aside, length: Math.hypot(ahead, 2 * aside) }] : []
  })
  const ahead = ways.filter(({ isAhead }) => isAhead)
  const [first] = (ahead.length > 0 ? ahead : ways).toSorted((a, b) => a.length - b.length)
  return first?.place
}
