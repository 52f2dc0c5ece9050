import { useId, useMemo, useRef } from 'react'
import { useI18n } from '../../i18n/i18n.ts'
import type { DepartmentRow } from '../words/format-department.ts'
import { spokenFacts } from '../words/format-department.ts'
import type { MapColour } from './map-colours.ts'
import { MapFrame } from './map-frame.tsx'
import { MapHatching } from './map-hatching.tsx'
import { aroundParis, type Drawn, layOut, mainlandShapes, parisFrame, viewBox } from './map-layout.ts'
import { MapShape } from './map-shape.tsx'
import { MapTooltip } from './map-tooltip.tsx'
import { useMapPointing } from './use-map-pointing.ts'

type FranceMapProps = {
  label: string
  /** The targeted departments, by code, and how each is filled. */
  fills: ReadonlyMap<string, MapColour>
  factsOf: (code: string) => DepartmentRow
  /** Pressing a filled department does this; without it they only tell their numbers. */
  onPress?: (code: string) => void
  pressed?: string | undefined
}

/** France by departments; the filled ones can be pointed at, walked through with the keys and touched. */
export function FranceMap({ label, fills, factsOf, onPress, pressed }: FranceMapProps) {
  const { t } = useI18n()
  const id = useId()
  const map = useRef<HTMLDivElement>(null)
  const all = useMemo(() => layOut([...fills.keys()]), [fills])
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
        <MapFrame box={parisFrame} label={t.map.paris} />
        {[...all, ...parisInPlace].map(drawn =>
          fills.has(drawn.code) ? null : <g key={`${drawn.code} ${drawn.scale}`}>{shape(drawn)}</g>,
        )}
        {parisInPlace.map(drawn => (fills.has(drawn.code) ? <g key={drawn.code}>{shape(drawn)}</g> : null))}
        {filled.map(drawn => (
          <g
            key={drawn.code}
            data-department={drawn.code}
            tabIndex={drawn.code === pointing.tabStop ? 0 : -1}
            aria-label={spokenFacts(factsOf(drawn.code), t)}
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
        {t.map.keys}
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
