import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSummaryFilter, type Filter } from '../../src/components/filter-summaries.ts'
import { searchFor } from '../../src/components/search-for.ts'
import type { TileName } from '../../src/components/view-store.ts'
import { summariesOf, withChanged } from '../../src/domain/summaries.ts'
import type { Summary } from '../../src/domain/summary.ts'
import { noPlaces } from '../../src/places/known-places.ts'
import { summaryWith } from '../domain/samples.ts'

const names = ['Campagne 1 femmes', 'Campagne 12 hommes', 'Soldes', 'camping', undefined]
const tokens = Array.from({ length: 150 }, (_, index) => `rental-${index}`)
const rentals = new Map(
  tokens.map((token, index) => [
    token,
    {
      token,
      name: names[index % names.length],
      tags: index % 2 === 0 ? ['A'] : [],
      addedAt: 0,
      place: index,
    },
  ]),
)
const interests = {}

/** The sets themselves, as the page keeps them until the user chooses others. */
const tileSets: readonly ReadonlySet<TileName>[] = [new Set(), new Set(['ready']), new Set(['failed'])]
const tagSets: readonly ReadonlySet<string>[] = [new Set(), new Set(['A'])]

const plain = { query: '', filter: tileSets[0] ?? new Set(), tags: tagSets[0] ?? new Set() }

function filterBy(change: Partial<typeof plain>): Filter {
  const { query, ...pressed } = { ...plain, ...change }
  const search = query.trim() === '' ? undefined : searchFor(query, rentals, noPlaces, interests)
  return { ...pressed, short: false, department: undefined, search, rentals, places: noPlaces }
}

function summaries() {
  return summariesOf(tokens.map(token => summaryWith({ token })))
}

function tokensOf(runs: readonly (readonly Summary[])[]): readonly string[] {
  return runs.flat().map(({ token }) => token)
}

test('lets all through when nothing is asked for, as the runs they are', () => {
  const all = summaries()
  expect(createSummaryFilter()(all, filterBy({}))).toEqual(all.runs)
})

test('gives the same list while neither the rentals nor what passes change', () => {
  const filter = createSummaryFilter()
  const all = summaries()
  const found = filter(all, filterBy({ query: 'soldes' }))
  expect(tokensOf(found)).toHaveLength(30)
  expect(filter(all, filterBy({ query: 'solde' }))).toBe(found)
  expect(
    filter(
      withChanged(all, [summaryWith({ token: 'rental-0', state: 'failed' })]),
      filterBy({ query: 'solde' }),
    ),
  ).toBe(found)
})

test('looks again only at what was found while a search is typed on', () => {
  const filter = createSummaryFilter()
  const all = summaries()
  filter(all, filterBy({ query: 'soldes' }))
  const asked: string[] = []
  const narrower = searchFor('soldes 12', rentals, noPlaces, interests)
  const search = {
    ...narrower,
    isFound(summary: Summary) {
      asked.push(summary.token)
      return narrower.isFound(summary)
    },
  }
  filter(all, { ...filterBy({ query: 'soldes 12' }), search })
  expect(asked).toHaveLength(30)
})

test('whatever is typed, deleted, pressed and replied, what passes is what a new filter lets through', () => {
  const look = fc.record({
    query: fc.string({ unit: fc.constantFrom(...'camp 12femosld'), maxLength: 8 }),
    filter: fc.constantFrom(...tileSets),
    tags: fc.constantFrom(...tagSets),
  })
  const step = fc.record({
    look: fc.oneof(
      look,
      fc.record({ typed: fc.constantFrom(...'camp 12femosld') }),
      fc.constant('back' as const),
    ),
    changed: fc.subarray(tokens, { maxLength: 3 }),
    state: fc.constantFrom('ready' as const, 'failed' as const),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), steps => {
      const filter = createSummaryFilter()
      let all = summaries()
      let now = plain
      for (const { look, changed, state } of steps) {
        if (look === 'back') now = { ...now, query: now.query.slice(0, -1) }
        else if ('typed' in look) now = { ...now, query: now.query + look.typed }
        else now = look
        all = withChanged(
          all,
          changed.map(token => summaryWith({ token, state })),
        )
        const asked = filterBy(now)
        expect(tokensOf(filter(all, asked))).toEqual(tokensOf(createSummaryFilter()(all, asked)))
      }
    }),
    { numRuns: 100 },
  )
})
