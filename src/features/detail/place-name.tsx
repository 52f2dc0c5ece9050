import type { Place } from '../../api/rental.ts'
import { formatCode } from '../../format/format-places.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { usePlaces } from '../../places/use-places.ts'
import { detailWords } from './words.ts'

export function PlaceName({ place }: { place: Place }) {
  const { t } = useI18n()
  if (place.location === undefined) return <span className="text-muted">{t.places.none}</span>
  return <CodeName code={place.location} />
}

/** How many are listed: nobody reads more, and the page stays quick. */
const MAX_LISTED = 100

export function CodeList({ codes }: { codes: readonly string[] }) {
  const w = useWords(detailWords)
  return (
    <ul>
      {codes.slice(0, MAX_LISTED).map(code => (
        <li key={code}>
          <CodeName code={code} />
        </li>
      ))}
      {codes.length > MAX_LISTED && <li className="text-muted">{w.moreCodes(codes.length - MAX_LISTED)}</li>}
    </ul>
  )
}

/** Where a postcode has many communes, all of them on demand. */
function CodeName({ code }: { code: string }) {
  const text = useI18n()
  const places = usePlaces([code])
  const [, ...others] = places.communes(code) ?? []
  const name = formatCode(code, text, places)
  if (others.length === 0) return <span>{name}</span>
  return (
    <details>
      <summary>{name}</summary>
      <p className="text-muted text-sm">{others.join(', ')}</p>
    </details>
  )
}
