import { firstCharacters } from '../lib/first-characters.ts'
import { departmentCode } from '../places/codes.ts'
import { type SortOrder, sortOrders } from '../rentals/sort.ts'
import { tileNames } from '../rentals/status.ts'
import { MAX_TAG_CHARS, MAX_TAGS } from '../rentals/tracked-rental.ts'
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
