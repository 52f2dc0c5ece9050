import type { Box } from './map-layout.ts'

type MapFrameProps = { box: Box; label?: string; isTarget?: boolean }

/** The frame of an inset, with what it is called; a target is seen by the pointer alone. */
export function MapFrame({ box: [x, y, wide, high], label, isTarget = false }: MapFrameProps) {
  return (
    <g className={isTarget ? '' : 'pointer-events-none'}>
      <rect
        x={x}
        y={y}
        width={wide}
        height={high}
        rx={8}
        vectorEffect="non-scaling-stroke"
        className={isTarget ? 'fill-transparent stroke-none' : 'fill-transparent stroke-line'}
      />
      {label !== undefined && (
        <text x={x + 8} y={y + 6} dominantBaseline="hanging" className="fill-muted stroke-none text-inherit">
          {label}
        </text>
      )}
    </g>
  )
}
