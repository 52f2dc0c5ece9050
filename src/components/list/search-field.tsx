import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import { useStore } from 'zustand'
import type { RentalReply } from '../../api/rental.ts'
import { placeCodes } from '../../domain/coverage.ts'
import { useText } from '../../i18n/text.ts'
import { rentalKey } from '../../polling/rental-query.ts'
import { useBoard } from '../board-context.ts'
import { gazetteer } from '../use-places.ts'
import { search, viewStore } from '../view-store.ts'

/** The id of the field, for the key that leads to it from anywhere. */
export const SEARCH_FIELD = 'search'

/** Lists only what the words in it find; Escape empties it, and then leaves it. */
export function SearchField() {
  const { t } = useText()
  const query = useStore(viewStore, state => state.query)
  useNamesOfAllPlaces(query !== '')

  function clearOnEscape(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (query === '') event.currentTarget.blur()
    else search('')
  }

  return (
    <div className="relative min-w-40 flex-1 sm:max-w-72">
      <Search
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
      <input
        id={SEARCH_FIELD}
        type="search"
        aria-label={t.tools.search}
        aria-keyshortcuts="/"
        placeholder={t.tools.search}
        value={query}
        onChange={event => search(event.target.value)}
        onKeyDown={clearOnEscape}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        className="field min-h-9 rounded-md py-1 pl-9 text-ink pointer-coarse:min-h-11"
      />
    </div>
  )
}

/** Rows learn the names of their places when they are drawn; a search asks for those of all rentals. */
function useNamesOfAllPlaces(isSearching: boolean) {
  const { model, queryClient } = useBoard()
  const summaries = useStore(model.state, state => state.summaries)
  useEffect(() => {
    if (!isSearching) return
    const codes = [...summaries.keys()].flatMap(token => {
      const reply = queryClient.getQueryData<RentalReply>(rentalKey(token))
      return reply === undefined ? [] : placeCodes(reply.rental)
    })
    gazetteer.want(codes)
  }, [isSearching, summaries, queryClient])
}
