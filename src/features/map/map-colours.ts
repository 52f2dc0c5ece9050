import type { CoverageLevel } from '../../rentals/by-department.ts'

/** `isShort` adds a hatching where contacts are missing. */
export type MapColour = { readonly className: string; readonly isShort?: boolean }

/** From few to many. */
export const shadeColours: readonly string[] = [
  'fill-shade-1',
  'fill-shade-2',
  'fill-shade-3',
  'fill-shade-4',
  'fill-shade-5',
]

/** Targeted, but nobody says how many are wanted. */
export const NO_DATA_CLASS = 'fill-sunken'

export const coverageColours: Readonly<Record<CoverageLevel, MapColour>> = {
  ample: { className: 'fill-ready-dot' },
  tight: { className: 'fill-generating-dot' },
  short: { className: 'fill-failed-tint', isShort: true },
  unknown: { className: 'fill-shade-2' },
}
