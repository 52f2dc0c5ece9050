import { useId } from 'react'
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

/** None wanted counts among the fewest. */
export function colourOf(count: number | undefined, classes: readonly ColourClass[]): string {
  if (count === undefined) return NO_DATA_CLASS
  return classes.findLast(({ from }) => Math.max(1, count) >= from)?.className ?? NO_DATA_CLASS
}

function roundBelow(most: number): readonly number[] {
  const round: number[] = []
  for (let power = 1; power < most; power *= 10) {
    round.push(...[2, 5, 10].map(factor => factor * power).filter(step => step < most))
  }
  return round
}

export type LegendEntry = { readonly words: string; readonly fill: MapColour }

export function MapLegend({ title, entries }: { title: string; entries: readonly LegendEntry[] }) {
  const hatching = useId()
  return (
    <div className="text-muted text-sm">
      <svg width="0" height="0" className="absolute" aria-hidden="true">
        <MapHatching id={hatching} />
      </svg>
      <p className="font-medium">{title}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1" aria-label={title}>
        {entries.map(({ words, fill }) => (
          <li key={words} className="flex items-center gap-1.5">
            <svg viewBox="0 0 20 14" className="map-key h-3.5 w-5 shrink-0" aria-hidden="true">
              {[fill.className, ...(fill.isShort ? [''] : [])].map(className => (
                <rect
                  key={className}
                  x={0.5}
                  y={0.5}
                  width={19}
                  height={13}
                  rx={3}
                  fill={className === '' ? `url(#${hatching})` : undefined}
                  className={`${className} map-edge ${fill.isShort ? 'map-short' : ''}`}
                />
              ))}
            </svg>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Stripes `1 / scale` times as wide, for outlines that are enlarged by `scale`. */
export function MapHatching({ id, scale = 1 }: { id: string; scale?: number }) {
  const step = 8 / scale
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={step * 0.36} height={step} className="fill-failed-dot" stroke="none" />
    </pattern>
  )
}
