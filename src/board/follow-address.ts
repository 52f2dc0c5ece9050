import { attempt } from '../lib/attempt.ts'
import { firstCharacters } from '../lib/first-characters.ts'
import { departmentCode } from '../places/codes.ts'
import { type SortOrder, sortOrders } from '../rentals/sort.ts'
import { tileNames } from '../rentals/status.ts'
import { MAX_TAG_CHARS, MAX_TAGS } from '../rentals/tracked-rental.ts'
import type { Board } from './board-context.ts'
import { isWall } from './routes.ts'
import { type Filter, noFilter } from './view.ts'

/** A longer search is not put in the address, nor taken from it. */
const MAX_QUERY_CHARS = 200

/** As the data writes them. */
const DEPARTMENT = /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/

const CONTROL = /\p{Cc}/u

const names: ReadonlySet<string> = new Set(['status', 'tag', 'department', 'missing', 'archive', 'q', 'sort'])

export type AddressedFilter = Filter & {
  readonly sort: SortOrder | undefined
  readonly sortReversed: boolean
}

/** The filter and the order in the query of an address; what is unknown or hostile counts as absent. */
export function parseFilter(search: string): AddressedFilter {
  const query = new URLSearchParams(search)
  const statuses = query.getAll('status').flatMap(names => names.split(','))
  const words = query.get('q') ?? ''
  const order = query.get('sort') ?? ''
  const sort = sortOrders.find(name => name === order.replace(/^-/, ''))
  return {
    filter: new Set(tileNames.filter(tile => statuses.includes(tile))),
    tags: new Set(query.getAll('tag').filter(isTag).slice(0, MAX_TAGS)),
    department: query
      .getAll('department')
      .map(departmentCode)
      .find(code => DEPARTMENT.test(code)),
    short: query.get('missing') === '1',
    archived: query.get('archive') === '1',
    query: isQuery(words) ? words : noFilter.query,
    sort,
    sortReversed: sort !== undefined && order.startsWith('-'),
  }
}

/** The query of an address with this filter in place of its own; what else the query says stays as it is. */
export function writeFilter(
  search: string,
  { filter, tags, department, short, archived, query, sort, sortReversed }: AddressedFilter,
) {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter(part => part !== '' && !names.has(part.split('=', 1)[0] ?? ''))
  const own = new URLSearchParams([
    ...[...filter].map(tile => ['status', tile]),
    ...[...tags].map(tag => ['tag', tag]),
    ...(department === undefined ? [] : [['department', department]]),
    ...(short ? [['missing', '1']] : []),
    ...(archived ? [['archive', '1']] : []),
    ...(query.trim() !== '' && isQuery(query) ? [['q', query]] : []),
    ...(sort === undefined ? [] : [['sort', `${sortReversed ? '-' : ''}${sort}`]]),
  ])
  const parts = [...others, ...(own.size > 0 ? [own.toString()] : [])]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function isTag(tag: string): boolean {
  return tag.trim() !== '' && firstCharacters(tag, MAX_TAG_CHARS) === tag && !CONTROL.test(tag)
}

function isQuery(words: string): boolean {
  return words.length <= MAX_QUERY_CHARS && !CONTROL.test(words)
}

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
  let isReading = false

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
    isReading = true
    view.state.setState(filter)
    if (sort !== undefined) preferences.state.setState({ sort, sortReversed })
    isReading = false
    // An order that the address leaves out stays the user's.
    write(false)
  }

  function write(isStep: boolean) {
    clearTimeout(typing)
    typing = undefined
    if (isReading || !differs()) return
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

/** Leaves no filter in the address, nor the wish for a demonstration, which a reload would open again. */
export function clearAddress(): void {
  const search = isWall() ? '?view=wall' : location.pathname
  history.replaceState(history.state, '', search + location.hash)
}
