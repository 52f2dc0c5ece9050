import { ChevronDown } from 'lucide'
import type { ChangeEvent } from 'react'
import { useStore } from 'zustand'
import { sortOrders } from '../../domain/preferences.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { Icon } from '../icon.tsx'

/** Chooses the order of the list, and remembers it. */
export function SortMenu() {
  const { t } = useI18n()
  const { preferences } = useBoard()
  const sort = useStore(preferences.state, state => state.sort)

  function choose(event: ChangeEvent<HTMLSelectElement>) {
    const selected = sortOrders.find(order => order === event.target.value)
    if (selected !== undefined) preferences.set({ sort: selected })
  }

  return (
    <div className="button relative has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <span aria-hidden="true">{t.tools.sortedBy(t.tools.orders[sort])}</span>
      <Icon of={ChevronDown} className="size-4 text-muted" />
      <select
        aria-label={t.tools.sort}
        value={sort}
        onChange={choose}
        className="absolute inset-0 size-full cursor-pointer bg-surface text-ink opacity-0"
      >
        {sortOrders.map(order => (
          <option key={order} value={order}>
            {t.tools.orders[order]}
          </option>
        ))}
      </select>
    </div>
  )
}
