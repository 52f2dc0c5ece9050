import type { Rental } from '../../api/rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { states } from '../../rentals/status.ts'
import { detailWords } from './words.ts'

/** What the rental brought, and what it costs. */
export function FileSection({ rental }: { rental: Rental }) {
  const { t, f, w } = useI18n(detailWords)
  const { cost, phoneNumbers } = rental
  const quantity = cost?.quantity
  const unit = cost?.unitPrice === undefined ? undefined : f.unitPrice(cost.unitPrice)
  const counted = quantity === undefined ? undefined : t.sentence.contacts(quantity)
  return (
    <section className="grid grid-cols-2 gap-x-5 border-line border-t px-5 py-4">
      <div>
        <h3 className="mb-1 font-semibold text-muted text-sm">{w.file}</h3>
        {phoneNumbers === undefined ? (
          <p className="text-muted">{w.noFile[fileState(rental)]}</p>
        ) : (
          <p className="font-semibold text-lg leading-snug">{t.file.numbers(phoneNumbers)}</p>
        )}
        {phoneNumbers !== undefined && quantity !== undefined && (
          <p className={`text-sm ${quantity === phoneNumbers ? 'text-muted' : 'text-generating'}`}>
            {quantity === phoneNumbers ? w.asPaid : w.paidFor(quantity)}
          </p>
        )}
      </div>
      <div>
        <h3 className="mb-1 font-semibold text-muted text-sm">{t.list.columns.cost}</h3>
        {cost === undefined ? (
          <p className="text-muted">{t.notGiven}</p>
        ) : (
          <p className="font-semibold text-lg leading-snug">
            {cost.total === undefined ? t.notGiven : f.euros(cost.total)}
          </p>
        )}
        <p className="text-muted text-sm">
          {counted !== undefined && unit !== undefined
            ? t.cost.product(f.number(quantity ?? 0), unit)
            : (counted ?? unit)}
        </p>
      </div>
    </section>
  )
}

/** A rental that is ready has a file, even where nobody says how many numbers it holds. */
function fileState({ status }: Rental): 'uncounted' | 'failed' | 'none' {
  if (status === 'ready' || status === 'downloaded') return 'uncounted'
  return states[status].news === 'bad' ? 'failed' : 'none'
}
