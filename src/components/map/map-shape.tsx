import type { SVGProps } from 'react'
import type { MapColour } from './map-colours.ts'
import type { Drawn } from './map-layout.ts'

type MapShapeProps = {
  drawn: Drawn
  /** Undefined leaves it blank. */
  fill: MapColour | undefined
  /** The hatching of the map: the id of its pattern. */
  hatching: string
}

/** The outline of one department, or its inset where it has none. */
export function MapShape({ drawn, fill, hatching }: MapShapeProps) {
  const { path, transform, scale, frame } = drawn
  const outline = (props: SVGProps<SVGPathElement> & SVGProps<SVGRectElement>) =>
    path === undefined && frame ? (
      <rect x={frame[0]} y={frame[1]} width={frame[2]} height={frame[3]} rx={8} {...props} />
    ) : (
      <path d={path} transform={transform} vectorEffect="non-scaling-stroke" {...props} />
    )
  if (fill === undefined) return outline({ className: 'fill-map-blank' })
  return (
    <>
      {outline({
        className: `${fill.className} map-edge ${fill.isShort ? 'map-short' : ''}`,
      })}
      {fill.isShort &&
        outline({
          fill: `url(#${hatching}${scale > 1 ? '-enlarged' : ''})`,
          className: 'map-hatching pointer-events-none',
        })}
    </>
  )
}
