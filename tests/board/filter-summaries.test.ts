import { expect, test } from 'vitest'
import { filterSummaries } from '../../src/board/filter-provider.tsx'
import type { Filter } from '../../src/board/view.ts'
import { noPlaces } from '../../src/places/known-places.ts'
import type { RentalState } from '../../src/rentals/status.ts'
import { rentalWith, summaryWith } from '../rentals/samples.ts'

const rows: Readonly<
  Record<string, { state: RentalState; name: string; tags: string[]; codes: string[]; shortfall: number }>
> = {
  lille: { state: 'ready', name: 'Soldes Lille', tags: ['Soldes'], codes: ['59000'], shortfall: 0 },
  nantes: {
    state: 'generating',
    name: 'Soldes Nantes',
    tags: ['Soldes', 'Ouest'],
    codes: ['44000'],
    shortfall: 4,
  },
  both: { state: 'ready', name: 'Rentrée', tags: [], codes: ['59000', '44000'], shortfall: 1 },
  lost: { state: 'not-found', name: 'Perdue', tags: ['Ouest'], codes: [], shortfall: 0 },
}

const summaries = new Map(
  Object.entries(rows).map(([token, { state, codes, shortfall }]) => {
    const rental = rentalWith({ places: codes.map(location => ({ location })) })
    return [token, summaryWith({ token, state, shortfall, rental })]
  }),
)
const rentals = new Map(
  Object.entries(rows).map(([token, { name, tags }], place) => [
    token,
    { token, name, tags, addedAt: 0, place },
  ]),
)
const places = { ...noPlaces, departmentOf: (code: string) => code.slice(0, 2) }

function filtered(change: Partial<Filter>) {
  const filter = {
    filter: new Set<never>(),
    tags: new Set<never>(),
    short: false,
    archived: false,
    department: undefined,
    query: '',
    ...change,
  }
  const { shown, everywhere } = filterSummaries(summaries, filter, { rentals, places, interests: {} })
  return { shown: shown.map(({ token }) => token).join(' '), everywhere: everywhere.length }
}

test.each<[string, Partial<Filter>, string]>([
  ['nothing: all, in the order of the list', {}, 'lille nantes both lost'],
  ['a tile', { filter: new Set(['ready']) }, 'lille both'],
  ['two tiles', { filter: new Set(['generating', 'other']) }, 'nantes lost'],
  ['a tag', { tags: new Set(['Ouest']) }, 'nantes lost'],
  ['two tags, both of which it carries', { tags: new Set(['Ouest', 'Soldes']) }, 'nantes'],
  ['a shortfall', { short: true }, 'nantes both'],
  ['a search', { query: 'soldes' }, 'lille nantes'],
  ['a search of spaces', { query: '  ' }, 'lille nantes both lost'],
  ['all of them', { filter: new Set(['ready']), tags: new Set(['Soldes']), query: 'lil' }, 'lille'],
  ['a search that finds nothing', { query: 'zzz' }, ''],
])('what passes by %s', (_, change, expected) => {
  expect(filtered(change).shown).toBe(expected)
})

test('a department lets through what it concerns, and the map still knows the others', () => {
  expect(filtered({ department: '59' })).toEqual({ shown: 'lille both', everywhere: 4 })
  expect(filtered({ department: '44', short: true })).toEqual({ shown: 'nantes both', everywhere: 2 })
})
