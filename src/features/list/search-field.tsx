import { Search } from 'lucide'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { wantPlaces } from '../../places/use-places.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { readAhead } from '../../rentals/search.ts'
import { changedSince, type Summary } from '../../rentals/summary.ts'
import { Icon } from '../../ui/icon.tsx'

/** For the shortcut that focuses the field. */
export const SEARCH_FIELD_ID = 'search'

export function SearchField() {
  const { t } = useI18n()
  const { view } = useBoard()
  const query = useStore(view.state, state => state.query)
  const [hasFocus, setHasFocus] = useState(false)
  useSearchAhead(hasFocus || query !== '')

  function clearOnEscape(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (query === '') event.currentTarget.blur()
    else view.search('')
  }

  return (
    <div className="relative min-w-32 flex-1 max-[22.5rem]:basis-full sm:max-w-72">
      <Icon
        of={Search}
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
      />
      <input
        id={SEARCH_FIELD_ID}
        type="search"
        aria-label={t.tools.search}
        aria-keyshortcuts="/"
        placeholder={t.tools.search}
        value={query}
        onChange={event => view.search(event.target.value)}
        onKeyDown={clearOnEscape}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        className="field min-h-9 rounded-md py-1 pl-9 text-ink pointer-coarse:min-h-11"
      />
    </div>
  )
}

/** Loads all place names and indexes every rental while a search is likely, so that the first key is quick too. */
function useSearchAhead(isSearchLikely: boolean): void {
  const { model, tracked } = useBoard()
  useEffect(() => {
    if (!isSearchLikely) return
    const { summaries, archived } = model.state.getState()
    wantPlacesOf([...summaries.values(), ...archived.values()])
    for (const rental of tracked.state.getState().rentals.values())
      readAhead(rental, summaries.get(rental.token))
    return model.state.subscribe(({ summaries }, before) => {
      wantPlacesOf(changedSince(before.summaries, summaries))
    })
  }, [isSearchLikely, model, tracked])
}

function wantPlacesOf(summaries: readonly Summary[]): void {
  wantPlaces(summaries.flatMap(({ rental }) => (rental ? locationCodes(rental) : [])))
}
