import { useStore } from 'zustand'
import { countStates } from '../../domain/counts.ts'
import { totalsOf } from '../../domain/totals.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { useFilteredRentals } from '../filter-provider.tsx'
import { selectShown } from '../filter-summaries.ts'
import { tileCounts } from '../header/status-tiles.tsx'
import { usePrinting } from './use-printing.ts'

/** The head of the printed list: of when it is, how many rentals stand where, and the sums. */
export function PrintHead() {
  return usePrinting() ? <Head /> : null
}

function Head() {
  const { t, f } = useI18n()
  const { now, model } = useBoard()
  const shown = useFilteredRentals(selectShown)
  const all = useStore(model.state, ({ summaries }) => summaries.size)
  const totals = totalsOf(shown)
  const counts = tileCounts(countStates(shown)).filter(({ count }) => count > 0)
  const figures = [
    shown.length < all ? t.list.filtered(shown.length, all) : t.list.count(all),
    ...counts.map(({ tile, count }) => t.tile(f.number(count), t.tiles[tile])),
    t.announce(t.totals.contacts, f.number(totals.contacts)),
    t.announce(t.totals.cost, f.euros(totals.cost)),
  ]
  return (
    <div className="hidden print:block">
      <p className="font-semibold text-xl tracking-tight">{t.title}</p>
      <p>{t.exchange.printed(f.moment(now()))}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {figures.map(figure => (
          <li key={figure}>{figure}</li>
        ))}
      </ul>
    </div>
  )
}
