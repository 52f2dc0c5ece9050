import { useLayoutEffect, useRef, useState } from 'react'
import type { DepartmentFacts } from '../words/department-words.ts'

type MapTipProps = {
  facts: DepartmentFacts
  /** The middle of the department, as shares of the map's width and height. */
  at: readonly [x: number, y: number]
}

/** Name and numbers of the department pointed at, beside it. Its shape says the same to screen readers. */
export function MapTip({ facts: { name, numbers, shortfall }, at: [x, y] }: MapTipProps) {
  const tip = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => setWidth(tip.current?.offsetWidth ?? 0))
  const half = width / 2
  return (
    <div
      ref={tip}
      aria-hidden="true"
      data-map-tip
      style={{
        left: `clamp(${half}px, ${x * 100}%, calc(100% - ${half}px))`,
        top: `${y * 100}%`,
        translate: `-50% ${y < 0.3 ? '1rem' : 'calc(-100% - 1rem)'}`,
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
