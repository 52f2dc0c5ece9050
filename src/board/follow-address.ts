import { attempt } from '../lib/attempt.ts'
import type { Board } from './board-context.ts'
import { type AddressedFilter, parseFilter, writeFilter } from './filter-address.ts'
import { noFilter } from './view.ts'

/** The order that the address leaves out. */
const PLAIN_ORDER = 'need'

/** A search is written once nobody typed for so long: each new address costs the browser as much as the finding. */
const TYPING_REST_MS = 400

/** Takes the filter from the address, and keeps both the same from then on. */
export function followAddress({ view, preferences }: Pick<Board, 'view' | 'preferences'>): () => void {
  const events = new AbortController()
  const { signal } = events
  let typing: ReturnType<typeof setTimeout> | undefined
  /** The address's query as it was last read or written: other places of the same list change nothing of it. */
  let known: string | undefined

  function current(): AddressedFilter {
    const { sort, sortReversed } = preferences.state.getState()
    const isPlain = sort === PLAIN_ORDER && !sortReversed
    return { ...view.state.getState(), sort: isPlain ? undefined : sort, sortReversed }
  }

  /** Whether the address says something else, however it is written. */
  function differs(): boolean {
    const { search } = location
    return writeFilter(search, parseFilter(search)) !== writeFilter(search, current())
  }

  function read() {
    if (location.search === known) return
    known = location.search
    if (!differs()) return
    const { sort, sortReversed, ...filter } = parseFilter(location.search)
    view.state.setState(filter)
    if (sort !== undefined) preferences.state.setState({ sort, sortReversed })
  }

  function write(isStep: boolean) {
    clearTimeout(typing)
    typing = undefined
    if (!differs()) return
    const search = writeFilter(location.search, current())
    const address = `${search || location.pathname}${location.hash}`
    // A browser refuses when there were too many changes in a short time.
    attempt(() =>
      isStep ? history.pushState(null, '', address) : history.replaceState(history.state, '', address),
    )
    known = location.search
  }

  /** A further letter of a search is no step that «back» would undo. */
  function writeAtRest() {
    clearTimeout(typing)
    typing = setTimeout(write, TYPING_REST_MS, false)
  }

  /** What the user does next may lead away: the search is whole when «back» returns to it. */
  function writeNow() {
    if (typing !== undefined) write(false)
  }

  read()
  write(false)
  const stops = [
    view.state.subscribe((now, before) => {
      const isStep = now.query === before.query || before.query === ''
      if (isStep || now.query === '') write(isStep)
      else writeAtRest()
    }),
    preferences.state.subscribe(() => write(false)),
    () => clearTimeout(typing),
  ]
  window.addEventListener('popstate', read, { signal })
  window.addEventListener('pointerdown', writeNow, { capture: true, signal })
  window.addEventListener('keydown', ({ key }) => key === 'Enter' && writeNow(), { capture: true, signal })
  return () => {
    events.abort()
    for (const stop of stops) stop()
  }
}

/** Leaves no filter in the address. */
export function clearAddress(): void {
  const search = writeFilter(location.search, { ...noFilter, sort: undefined, sortReversed: false })
  history.replaceState(history.state, '', `${search || location.pathname}${location.hash}`)
}
