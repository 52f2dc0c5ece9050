import type { DepartmentRow } from '../words/format-department.ts'

type MapTooltipProps = {
  facts: DepartmentRow
  /** The middle of the department, as shares of the map's width and height. */
  at: readonly [x: number, y: number]
}

/** Name and numbers of the department pointed at, beside it. Its shape says the same to screen readers. */
export function MapTooltip({ facts: { name, numbers, shortfall }, at: [x, y] }: MapTooltipProps) {
  return (
    <div
      aria-hidden="true"
      data-map-tip
      style={{
        left: `${x * 100}%`,
        top: `${y * 100}%`,
        // In the middle, unless that is out of the map, which is the container: 100% is the tip's own width.
        translate: `clamp(${-x * 100}cqw, -50%, ${100 - x * 100}cqw - 100%) ${y < 0.3 ? '1rem' : 'calc(-100% - 1rem)'}`,
      }}
      className="pointer-events-none absolute z-10 w-max max-w-60 rounded-md border border-strong-line bg-surface px-3 py-2 text-left text-sm shadow-[0_4px_16px_rgb(0_0_0/0.18)]"
    >
      <p className="font-semibold">{name}</p>
      {numbers.map(number => (
        <p key={number}>{number}</p>
      ))}
      {shortfall && <p className="font-medium text-failed">{shortfall}</p>}
    </div>
  )
}
