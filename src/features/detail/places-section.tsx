import { useMemo } from 'react'
import type { Place, Rental } from '../../api/rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { coverage } from '../../rentals/coverage.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Section } from '../../ui/section.tsx'
import { type KeyedPlace, PlaceBlock, PlaceRows, VolumeRow } from './place-rows.tsx'
import { detailWords } from './words.ts'

const RentalMap = lazyPart(() => import('../map/rental-map.tsx'), 'RentalMap', {
  fallback: () => <div data-size="small" className="aspect-[690/600] w-full" />,
})

/** A longer table is drawn a block of rows at a time. */
const MAX_WHOLE_ROWS = 100
const BLOCK_ROWS = 25

export function PlacesSection({ rental }: { rental: Rental }) {
  const { t } = useI18n()
  const w = useWords(detailWords)
  const { columns } = useWords(laterWords)
  const { places } = rental
  const isLong = places.length > MAX_WHOLE_ROWS
  const lines = useMemo(() => keyed(places), [places])
  return (
    <Section title={w.places}>
      <div className="grid items-start gap-x-4 gap-y-3 has-data-[size=small]:grid-cols-[6.25rem_minmax(0,1fr)]">
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
