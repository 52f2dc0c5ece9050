import type { ReactNode } from 'react'
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

export function PlacesSection({ rental }: { rental: Rental }) {
  const { t } = useI18n()
  const w = useWords(detailWords)
  const { columns } = useWords(laterWords)
  const { places } = rental
  return (
    <Section title={w.places}>
      <div className="grid items-start gap-x-4 gap-y-3 has-data-[size=small]:grid-cols-[6.25rem_minmax(0,1fr)]">
        <RentalMap rental={rental} />
        {places.length === 0 ? (
          <p className="text-muted">{t.places.none}</p>
        ) : (
          <table className="w-full border-collapse">
            <thead>
              <tr className="text-left text-muted text-xs">
                <th className="pb-1.5 font-medium">{w.place}</th>
                <th className="pb-1.5 whitespace-nowrap pl-3 text-right font-medium">{columns.wanted}</th>
                <th className="pb-1.5 whitespace-nowrap pl-3 text-right font-medium">{columns.available}</th>
              </tr>
            </thead>
            <tbody>
              {keyed(places).map(({ key, place }) => (
                <PlaceLine key={key} name={<PlaceName place={place} />} {...coverage([place])} />
              ))}
            </tbody>
            {places.length > 1 && (
              <tfoot>
                <PlaceLine name={w.total} {...coverage(places)} />
              </tfoot>
            )}
          </table>
        )}
      </div>
    </Section>
  )
}

/** The total shortfall exceeds wanted less available where one place has more than enough. */
function PlaceLine({ name, wanted, available, shortfall }: Coverage & { name: ReactNode }) {
  const { t, f } = useI18n()
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  return (
    <tr className="border-line border-t">
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

/** The reply may name a place twice. */
function keyed(places: readonly Place[]): readonly { key: string; place: Place }[] {
  const seen = new Map<string, number>()
  return places.map(place => {
    const name = `${place.type} ${place.location}`
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return { key: `${name} ${count}`, place }
  })
}
