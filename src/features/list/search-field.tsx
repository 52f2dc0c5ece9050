import { Search } from 'lucide'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useBoard, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { createTimeSlicer } from '../../lib/time-slicer.ts'
import { wantPlaces } from '../../places/use-places.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { readAhead } from '../../rentals/search.ts'
import { changedSince, type Summary } from '../../rentals/summary.ts'
import { LIST_ID } from '../../ui/focus-list.ts'
import { Icon } from '../../ui/icon.tsx'

/** For the shortcut that focuses the field. */
export const SEARCH_FIELD_ID = 'search'

export function SearchField() {
  const { t } = useI18n()
  const { view } = useBoard()
  const query = useViewState(state => state.query)
  const [hasFocus, setHasFocus] = useState(false)
  useSearchAhead(hasFocus || query !== '')
  const goToFirst = useFirstFound(query)

  function act(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') goToFirst('open')
    else if (event.key === 'ArrowDown') goToFirst('focus')
    else if (event.key !== 'Escape') return
    else if (query === '') event.currentTarget.blur()
    else view.search('')
    event.preventDefault()
  }

  return (
    <div className="relative min-w-32 flex-1 max-[22.5rem]:basis-full">
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
        onKeyDown={act}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        className="field min-h-10 rounded-lg py-1 pl-9 text-ink pointer-coarse:min-h-11"
      />
    </div>
  )
}

/** Goes to the first row, or opens it, once the list shows what is searched for: a letter is drawn before its results. */
function useFirstFound(query: string): (how: 'focus' | 'open') => void {
  const found = useFilteredRentals(queryOf)
  const [wanted, setWanted] = useState<'focus' | 'open'>()
  useEffect(() => {
    if (wanted === undefined || found !== query.trim()) return
    setWanted(undefined)
    // The list takes over its new order once it has been drawn.
    setTimeout(() => {
      const first = document.getElementById(LIST_ID)?.querySelector<HTMLElement>('[data-token] a')
      if (wanted === 'open') first?.click()
      else first?.focus()
    })
  }, [wanted, found, query])
  return setWanted
}

function queryOf({ filter }: FilteredRentals) {
  return filter.query
}

/** Loads all place names and indexes every rental while a search is likely, so that the first key is quick too. */
function useSearchAhead(isSearchLikely: boolean): void {
  const { model, tracked } = useBoard()
  useEffect(() => {
    if (!isSearchLikely) return
    const { summaries, archived } = model.state.getState()
    wantPlacesOf([...summaries.values(), ...archived.values()])
    let isWanted = true
    async function readAll() {
      const pause = createTimeSlicer()
      for (const rental of tracked.state.getState().rentals.values()) {
        await pause()
        if (!isWanted) return
        readAhead(rental, summaries.get(rental.token))
      }
    }
    void readAll()
    const unsubscribe = model.state.subscribe(({ summaries }, before) => {
      wantPlacesOf(changedSince(before.summaries, summaries))
    })
    return () => {
      isWanted = false
      unsubscribe()
    }
  }, [isSearchLikely, model, tracked])
}

function wantPlacesOf(summaries: readonly Summary[]): void {
  wantPlaces(summaries.flatMap(({ rental }) => (rental ? locationCodes(rental) : [])))
}
