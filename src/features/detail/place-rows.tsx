import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Place } from '../../api/rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { type Coverage, coverage } from '../../rentals/coverage.ts'
import { VolumeBar } from '../../ui/volume-bar.tsx'
import { PlaceName } from './place-name.tsx'

export type KeyedPlace = { readonly key: string; readonly place: Place }

/** The usual height of a row, for those that were not drawn yet. */
const ROW_PX = 40

/** A row for each place; `from`, in a table that is drawn in blocks, is the index of the first. */
export function PlaceRows({ lines, from }: { lines: readonly KeyedPlace[]; from?: number }) {
  return lines.map(({ key, place }, index) => (
    <PlaceRow key={key} place={place} rowIndex={from === undefined ? undefined : from + index + 2} />
  ))
}

/** Draws its rows while they are in view or less than a screen away, and else a gap of their height. */
export const PlaceBlock = memo(function PlaceBlock({
  lines,
  from,
}: {
  lines: readonly KeyedPlace[]
  from: number
}) {
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
export function VolumeRow({ name, rowIndex, wanted, available, shortfall }: VolumeRowProps) {
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
