import type { CoverageLevel } from '../../rentals/by-department.ts'

/** `isShort` adds a hatching where contacts are missing. */
export type MapColour = { readonly className: string; readonly isShort?: boolean }

/** From few to many. */
const SHADES = ['fill-shade-1', 'fill-shade-2', 'fill-shade-3', 'fill-shade-4', 'fill-shade-5']

/** Targeted, but nobody says how many are wanted. */
export const NO_DATA_CLASS = 'fill-sunken'

export const coverageColours: Readonly<Record<CoverageLevel, MapColour>> = {
  ample: { className: 'fill-ready-dot' },
  tight: { className: 'fill-generating-dot' },
  short: { className: 'fill-failed-tint', isShort: true },
  unknown: { className: 'fill-shade-2' },
}

/** A range of counts and its colour; the darkest has no upper end. */
export type ColourClass = {
  readonly from: number
  readonly to: number | undefined
  readonly className: string
}

/**
 * Parts counts from 1 to `most` into at most five shades, at round numbers (1, 2 or 5 and zeros) that about double:
 * so small departments stay apart beside a very large one.
 */
export function colourClassesUpTo(most: number): readonly ColourClass[] {
  const starts = [1, ...roundBelow(most).slice(1 - SHADES.length)]
  return SHADES.flatMap((className, index) => {
    const [from, next] = [starts[index], starts[index + 1]]
    return from === undefined ? [] : { from, to: next === undefined ? undefined : next - 1, className }
  })
}

export function colourOf(count: number, classes: readonly ColourClass[]): string {
  return classes.findLast(({ from }) => count >= from)?.className ?? NO_DATA_CLASS
}

function roundBelow(most: number): readonly number[] {
  const round: number[] = []
  for (let power = 1; power < most; power *= 10) {
    round.push(...[2, 5, 10].map(factor => factor * power).filter(step => step < most))
  }
  return round
}
