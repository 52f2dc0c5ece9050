import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useBoard, useModel } from '../../board/board-context.ts'
import { selectShown, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import type { Language } from '../../i18n/resolve-locale.ts'
import { countStates, totalsOf } from '../../rentals/totals.ts'
import { tileCounts } from '../../ui/status-tiles.tsx'

const fr = {
  printed: (moment: string) => `Imprimé le ${moment}`,
}

const en: typeof fr = {
  printed: moment => `Printed on ${moment}`,
}

const printWords: Readonly<Record<Language, typeof fr>> = { fr, en }

export function PrintHead() {
  return usePrinting() ? <Head /> : null
}

function Head() {
  const { t, f, w } = useI18n(printWords)
  const later = useWords(laterWords)
  const { now } = useBoard()
  const shown = useFilteredRentals(selectShown)
  const all = useModel(({ summaries }) => summaries.size)
  const totals = totalsOf(shown)
  const counts = tileCounts(countStates(shown)).filter(({ count }) => count > 0)
  const figures = [
    shown.length < all ? t.list.filtered(shown.length, all) : t.list.count(all),
    ...counts.map(({ tile, count }) => `${f.number(count)} ${t.tiles[tile]}`),
    later.announce(t.totals.contacts, f.number(totals.contacts)),
    later.announce(t.totals.cost, f.euros(totals.cost)),
  ]
  return (
    <div className="hidden print:block">
      <p className="font-semibold text-xl tracking-tight">{t.title}</p>
      <p>{w.printed(f.moment(now()))}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {figures.map(figure => (
          <li key={figure}>{figure}</li>
        ))}
      </ul>
    </div>
  )
}

/** While the page is printed, the list draws every row. */
function usePrinting(): boolean {
  const { view } = useBoard()
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    let before: { everyRow: boolean; unfolded: boolean } | undefined

    // The browser takes its snapshot as soon as the event is over: nothing may be left to draw later.
    function begin() {
      const { everyRow, unfolded } = view.state.getState()
      before ??= { everyRow, unfolded }
      flushSync(() => {
        view.state.setState({ everyRow: true, unfolded: true })
        setIsPrinting(true)
      })
    }

    function end() {
      if (before !== undefined) view.state.setState(before)
      before = undefined
      setIsPrinting(false)
    }

    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      end()
    }
  }, [view])
  return isPrinting
}
