import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countStates } from '../../src/domain/counts.ts'
import { changedSince, summariesOf, withChanged } from '../../src/domain/summaries.ts'
import { totalsOf } from '../../src/domain/totals.ts'
import { rentalStates } from '../../src/rentals/status.ts'
import { summaryWith } from './samples.ts'

const many = Array.from({ length: 200 }, (_, index) => summaryWith({ token: `rental-${index}` }))

describe('summaries', () => {
  test('of no rental are empty', () => {
    const none = summariesOf([])
    expect(none).toMatchObject({ runs: [], size: 0 })
    expect(none.get('a')).toBeUndefined()
  })

  test('keep the order of the list and find each rental', () => {
    const summaries = summariesOf(many)
    expect(summaries.size).toBe(200)
    expect(summaries.runs.flat()).toEqual(many)
    for (const summary of many) expect(summaries.get(summary.token)).toBe(summary)
    expect(summaries.get('elsewhere')).toBeUndefined()
  })

  test('share every run but that of the rental that changed, and stay as they were', () => {
    const before = summariesOf(many)
    const failed = summaryWith({ token: 'rental-100', state: 'failed' })
    const after = withChanged(before, [failed, summaryWith({ token: 'elsewhere' })])
    expect(after.get('rental-100')).toBe(failed)
    expect(before.get('rental-100')).toBe(many[100])
    expect(after.runs.filter((run, index) => run !== before.runs[index])).toHaveLength(1)
    expect(after.places).toBe(before.places)
  })
})

describe('what changed', () => {
  test('are the rentals that are other than before', () => {
    const before = summariesOf(many)
    const failed = [3, 150].map(index => summaryWith({ token: `rental-${index}`, state: 'failed' }))
    expect(changedSince(before, withChanged(before, failed))).toEqual(failed)
    expect(changedSince(before, before)).toEqual([])
  })

  test('of another list are the rentals that are new in it, and those that are other', () => {
    const failed = summaryWith({ token: 'rental-4', state: 'failed' })
    const added = summaryWith({ token: 'new' })
    const after = summariesOf([
      added,
      ...many.slice(2).map(one => (one.token === failed.token ? failed : one)),
    ])
    expect(changedSince(summariesOf(many), after)).toEqual([added, failed])
  })
})

test('whatever changes one after the other, list, counts and sums are those of a list made anew', () => {
  const change = fc.record({
    place: fc.nat(199),
    state: fc.constantFrom(...rentalStates),
    contacts: fc.nat(9_000),
    total: fc.nat(99_999).map(cents => (cents / 100).toFixed(2)),
    shortfall: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.nat(199), fc.array(change), (length, changes) => {
      const naive = many.slice(0, length + 1)
      let summaries = summariesOf(naive)
      for (const { place, ...rest } of changes) {
        const token = `rental-${place % naive.length}`
        const summary = summaryWith({ token, ...rest })
        naive[place % naive.length] = summary
        summaries = withChanged(summaries, [summary])
        expect(countStates(summaries.runs)).toEqual(countStates([[...naive]]))
        expect(totalsOf(summaries.runs)).toEqual(totalsOf([[...naive]]))
      }
      expect(summaries.runs.flat()).toEqual(naive)
    }),
  )
})
