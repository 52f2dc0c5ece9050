import { type SVGProps, useId, useRef } from 'react'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { type DepartmentRow, spokenFacts } from './format-department.ts'
import {
  aroundParis,
  type Box,
  type Drawn,
  layOut,
  mainlandShapes,
  parisFrame,
  viewBox,
} from './map-layout.ts'
import { type MapColour, MapHatching } from './map-legend.tsx'
import { useMapPointing } from './use-map-pointing.ts'
import { mapWords } from './words.ts'

type FranceMapProps = {
  label: string
  /** The targeted departments, by code, and how each is filled. */
  fills: ReadonlyMap<string, MapColour>
  factsOf: (code: string) => DepartmentRow
  /** Called when a filled department is pressed; without it they only show their numbers. */
  onPress?: (code: string) => void
  pressed?: string | undefined
}

export function FranceMap({ label, fills, factsOf, onPress, pressed }: FranceMapProps) {
  const text = useI18n()
  const w = useWords(mapWords)
  const id = useId()
  const map = useRef<HTMLDivElement>(null)
  const all = layOut([...fills.keys()])
  const filled = all.filter(({ code }) => fills.has(code)).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const pointing = useMapPointing({ map, places: filled, pressed, onPress })
  const pointed = filled.find(({ code }) => code === pointing.pointed)
  const shape = (drawn: Drawn) => (
    <MapShape drawn={drawn} fill={fills.get(drawn.code)} hatching={`${id}-hatching`} />
  )
  return (
    <div ref={map} className="@container relative">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of shapes, not of fields */}
      <svg
        viewBox={viewBox}
        role="group"
        aria-label={label}
        aria-describedby={`${id}-keys`}
        className="map block h-auto w-full @md:text-[16px] @xl:text-[13px] text-[24px]"
      >
        <MapHatching id={`${id}-hatching`} />
        <MapHatching id={`${id}-hatching-enlarged`} scale={enlargement} />
        {all.map(({ code, frame, path }) =>
          frame && path ? <MapFrame key={code} box={frame} label={code} /> : null,
        )}
        <MapFrame box={parisFrame} label={w.paris} />
        {[...all, ...parisInPlace].map(drawn =>
          fills.has(drawn.code) ? null : <g key={`${drawn.code} ${drawn.scale}`}>{shape(drawn)}</g>,
        )}
        {parisInPlace.map(drawn => (fills.has(drawn.code) ? <g key={drawn.code}>{shape(drawn)}</g> : null))}
        {filled.map(drawn => (
          <g
            key={drawn.code}
            data-department={drawn.code}
            tabIndex={drawn.code === pointing.tabStop ? 0 : -1}
            aria-label={spokenFacts(factsOf(drawn.code), text)}
            {...(onPress ? { role: 'button', 'aria-pressed': pressed === drawn.code } : { role: 'img' })}
            className={`map-department outline-none ${onPress ? 'cursor-pointer' : ''}`}
            {...pointing.handlers(drawn.code)}
          >
            {drawn.frame && <MapFrame box={drawn.frame} isTarget />}
            {shape(drawn)}
            {drawn.path === undefined && drawn.frame && (
              <MapFrame box={drawn.frame} label={drawn.code} isTarget />
            )}
          </g>
        ))}
      </svg>
      <p id={`${id}-keys`} className="sr-only">
        {w.keys}
      </p>
      {pointed && <MapTooltip facts={factsOf(pointed.code)} at={shareOf(pointed.at)} />}
    </div>
  )
}

const parisInPlace = mainlandShapes.filter(({ code }) => aroundParis.includes(code))
const enlargement = layOut([]).find(({ code }) => code === aroundParis[0])?.scale ?? 1

const [left = 0, top = 0, width = 1, height = 1] = viewBox.split(' ').map(Number)

function shareOf([x, y]: Drawn['at']): readonly [number, number] {
  return [(x - left) / width, (y - top) / height]
}

type MapFrameProps = { box: Box; label?: string; isTarget?: boolean }

/** A target is transparent: it only catches the pointer. */
function MapFrame({ box: [x, y, wide, high], label, isTarget = false }: MapFrameProps) {
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
        <text
          x={x + 8}
          y={y + 6}
          dominantBaseline="hanging"
          className="fill-muted stroke-4 stroke-surface text-inherit [paint-order:stroke]"
        >
          {label}
        </text>
      )}
    </g>
  )
}

type MapShapeProps = {
  drawn: Drawn
  /** Undefined leaves it blank. */
  fill: MapColour | undefined
  /** The id of the pattern. */
  hatching: string
}

/** A department without an outline fills its inset. */
function MapShape({ drawn, fill, hatching }: MapShapeProps) {
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

type MapTooltipProps = {
  facts: DepartmentRow
  /** The middle of the department, as shares of the map's width and height. */
  at: readonly [x: number, y: number]
}

/** Hidden from screen readers: the label of the department says the same. */
function MapTooltip({ facts: { name, numbers, shortfall }, at: [x, y] }: MapTooltipProps) {
  return (
    <div
      aria-hidden="true"
      data-map-tip
      style={{
        left: `${x * 100}%`,
        top: `${y * 100}%`,
        // Centred, unless that is out of the map, which is the container: 100% is the tooltip's own width.
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
