import { useStore } from 'zustand'
import type { Rental } from '../../../api/rental.ts'
import { coverage, locationCodes } from '../../../domain/coverage.ts'
import { useI18n } from '../../../i18n/i18n.ts'
import { placesStore, useWantedPlaces } from '../../places-store.ts'
import { formatCode, formatPlaces } from '../../words/format-places.ts'
import { VolumeBar } from '../volume-bar.tsx'
import { Cell } from './cell.tsx'

/** Where, with the contacts wanted and available over all places. */
export function PlacesCell({ rental }: { rental: Rental }) {
  const text = useI18n()
  const { t, f } = text
  const codes = locationCodes(rental)
  useWantedPlaces(codes)
  // The words and not the places: of what else is learnt of France, the row shows nothing.
  const where = useStore(placesStore, places => formatPlaces(rental, text, places))
  const all = useStore(placesStore, places => codes.map(code => formatCode(code, text, places)).join(', '))
  const { wanted, available, shortfall } = coverage(rental.places)
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  const hasVolumes = wanted !== undefined || available !== undefined
  return (
    <Cell className="places-cell [grid-area:places]">
      <span className="places-head">
        <span className={`relative z-10 truncate ${where ? '' : 'text-muted'}`} title={all}>
          {where ?? t.places.none}
        </span>
        {hasVolumes && (
          <span className="places-volumes shrink-0 text-muted">
            <span aria-hidden="true">{t.places.volumes(volume(wanted), volume(available))}</span>
            <span className="sr-only">{t.places.volumesSpoken(volume(wanted), volume(available))}</span>
          </span>
        )}
      </span>
      {wanted !== undefined && available !== undefined && (
        <div className="mt-1">
          <VolumeBar wanted={wanted} available={available} />
        </div>
      )}
      {shortfall > 0 && (
        <span className="order-2 block truncate text-failed text-xs">{t.places.shortfall(shortfall)}</span>
      )}
    </Cell>
  )
}
