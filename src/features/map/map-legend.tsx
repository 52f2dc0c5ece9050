import { useId } from 'react'
import type { MapColour } from './map-colours.ts'

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
