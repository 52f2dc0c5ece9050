import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Place, Rental } from '../../api/rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { type Coverage, coverage } from '../../rentals/coverage.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Section } from '../../ui/section.tsx'
import { VolumeBar } from '../../ui/volume-bar.tsx'
import { PlaceName } from './place-name.tsx'
import { detailWords } from './words.ts'

const RentalMap = lazyPart(() => import('../map/rental-map.tsx'), 'RentalMap', {
  fallback: () => <div data-size="small" className="aspect-[690/600] w-full" />,
})

/** A longer table is drawn a block of rows at a time. */
const MAX_WHOLE_ROWS = 100
const BLOCK_ROWS = 25

export function PlacesSection({ rental }: { rental: Rental }) {
  const { t, w } = useI18n(detailWords)
  const { columns } = useWords(laterWords)
  const { places } = rental
  const isLong = places.length > MAX_WHOLE_ROWS
  const lines = useMemo(() => keyed(places), [places])
  return (
    <Section title={w.places}>
      <div className="grid items-start gap-x-4 gap-y-3 min-[24rem]:has-data-[size=small]:grid-cols-[6.25rem_minmax(0,1fr)]">
        <RentalMap rental={rental} />
        {places.length === 0 ? (
          <p className="text-muted">{t.places.none}</p>
        ) : (
          <table aria-rowcount={isLong ? places.length + 2 : undefined} className="w-full border-collapse">
            <thead>
              <tr className="text-left text-muted text-xs">
                <th className="pb-1.5 font-medium">{w.place}</th>
                <th className="pb-1.5 whitespace-nowrap pl-3 text-right font-medium">{columns.wanted}</th>
                <th className="pb-1.5 whitespace-nowrap pl-3 text-right font-medium">{columns.available}</th>
              </tr>
            </thead>
            {isLong ? (
              inBlocks(lines).map(({ from, block }) => <PlaceBlock key={from} lines={block} from={from} />)
            ) : (
              <tbody>
                <PlaceRows lines={lines} />
              </tbody>
            )}
            {places.length > 1 && (
              <tfoot>
                <VolumeRow
                  name={w.total}
                  rowIndex={isLong ? places.length + 2 : undefined}
                  {...coverage(places)}
                />
              </tfoot>
            )}
          </table>
        )}
      </div>
    </Section>
  )
}

/** The reply may name a place twice. */
function keyed(places: readonly Place[]): readonly KeyedPlace[] {
  const seen = new Map<string, number>()
  return places.map(place => {
    const name = `${place.type} ${place.location}`
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return { key: `${name} ${count}`, place }
  })
}

function inBlocks(lines: readonly KeyedPlace[]) {
  return Array.from({ length: Math.ceil(lines.length / BLOCK_ROWS) }, (_, nth) => {
    const from = nth * BLOCK_ROWS
    return { from, block: lines.slice(from, from + BLOCK_ROWS) }
  })
}

type KeyedPlace = { readonly key: string; readonly place: Place }

/** The usual height of a row, for those that were not drawn yet. */
const ROW_PX = 40

/** A row for each place; `from`, in a table that is drawn in blocks, is the index of the first. */
function PlaceRows({ lines, from }: { lines: readonly KeyedPlace[]; from?: number }) {
  return lines.map(({ key, place }, index) => (
    <PlaceRow key={key} place={place} rowIndex={from === undefined ? undefined : from + index + 2} />
  ))
}

/** Draws its rows while they are in view or less than a screen away, and else a gap of their height. */
const PlaceBlock = memo(function PlaceBlock({ lines, from }: { lines: readonly KeyedPlace[]; from: number }) {
  const block = useRef<HTMLTableSectionElement>(null)
  const [gap, setGap] = useState(from === 0 ? undefined : lines.length * ROW_PX)
  useEffect(() => {
    const target = block.current
    if (target === null) return
    const observer = new IntersectionObserver(
      entries => {
        const last = entries.at(-1)
        // What has the focus, or was unfolded, would be lost.
        const isKept = last?.isIntersecting || target.querySelector(':focus, details[open]') !== null
        setGap(isKept ? undefined : last?.boundingClientRect.height)
      },
      { root: target.closest('aside'), rootMargin: '100% 0px' },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [])
  return (
    <tbody ref={block}>
      {gap === undefined ? (
        <PlaceRows lines={lines} from={from} />
      ) : (
        <tr>
          <td colSpan={3} style={{ height: gap }} />
        </tr>
      )}
    </tbody>
  )
})

type PlaceRowProps = { place: Place; rowIndex: number | undefined }

const PlaceRow = memo(function PlaceRow({ place, rowIndex }: PlaceRowProps) {
  return <VolumeRow name={<PlaceName place={place} />} rowIndex={rowIndex} {...coverage([place])} />
})

type VolumeRowProps = Coverage & { name: ReactNode; rowIndex?: number | undefined }

/** The total shortfall exceeds wanted less available where one place has more than enough. */
function VolumeRow({ name, rowIndex, wanted, available, shortfall }: VolumeRowProps) {
  const { t, f } = useI18n()
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  return (
    <tr aria-rowindex={rowIndex} className="border-line border-t">
      <th scope="row" className="space-y-1 py-1.5 text-left font-normal">
        {name}
        {wanted !== undefined && available !== undefined && (
          <VolumeBar wanted={wanted} available={available} />
        )}
        {shortfall > 0 && (
          <span className="block font-medium text-failed text-sm">{t.places.shortfall(shortfall)}</span>
        )}
      </th>
      <td className="py-1.5 whitespace-nowrap pl-3 text-right align-top">{volume(wanted)}</td>
      <td className="py-1.5 whitespace-nowrap pl-3 text-right align-top">{volume(available)}</td>
    </tr>
  )
}
