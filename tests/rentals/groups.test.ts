import { describe, expect, test } from 'vitest'
import { areSameGroups, groupByPriority, groupOf } from '../../src/rentals/groups.ts'
import { type GroupName, type RentalState, rentalStates } from '../../src/rentals/status.ts'
import { summaryWith } from './samples.ts'

const at = (since: number) => ({ since, exact: true })

describe('a rental', () => {
  test.each<[RentalState, GroupName, GroupName]>([
    ['ready', 'collect', 'collect'],
    ['failed', 'attention', 'attention'],
    ['not-found', 'attention', 'attention'],
    ['error', 'attention', 'attention'],
    ['unknown', 'attention', 'attention'],
    ['requested', 'underway', 'attention'],
    ['generating', 'underway', 'attention'],
    ['pending', 'underway', 'attention'],
    ['downloaded', 'finished', 'finished'],
  ])('%s stands under %s, and with too few contacts under %s', (state, group, whenShort) => {
    expect(groupOf(summaryWith({ state }))).toBe(group)
    expect(groupOf(summaryWith({ state, shortfall: 1 }))).toBe(whenShort)
    expect(groupOf(summaryWith({ state, usualMs: 1 }))).toBe(whenShort)
  })
})

describe('the groups', () => {
  test('stand in the order of need, with every rental in one of them', () => {
    const summaries = rentalStates.map(state => summaryWith({ token: state, state }))
    expect(groupByPriority(summaries)).toEqual([
      { name: 'collect', tokens: ['ready'] },
      { name: 'attention', tokens: ['failed', 'unknown', 'not-found', 'error'] },
      { name: 'underway', tokens: ['requested', 'generating', 'pending'] },
      { name: 'finished', tokens: ['downloaded'] },
    ])
  })

  test('leave out the empty ones', () => {
    expect(groupByPriority([])).toEqual([])
    expect(groupByPriority([summaryWith({ state: 'failed' })])).toEqual([
      { name: 'attention', tokens: ['a'] },
    ])
  })

  test.each<[RentalState, readonly string[]]>([
    ['ready', ['old', 'middle', 'new']],
    ['failed', ['old', 'middle', 'new']],
    ['generating', ['old', 'middle', 'new']],
    ['downloaded', ['new', 'middle', 'old']],
  ])('show the longest waiting first, and the latest finished: %s', (state, expected) => {
    const summaries = [
      summaryWith({ token: 'middle', state, since: at(2_000) }),
      summaryWith({ token: 'new', state, since: at(3_000) }),
      summaryWith({ token: 'old', state, since: at(1_000) }),
    ]
    expect(groupByPriority(summaries)[0]?.tokens).toEqual(expected)
  })

  test.each<RentalState>(['ready', 'downloaded'])('keep the order of the list among equals: %s', state => {
    const tokens = ['c', 'a', 'b']
    const equal = tokens.map(token => summaryWith({ token, state, since: at(1_000) }))
    expect(groupByPriority(equal)[0]?.tokens).toEqual(tokens)
    const unknown = tokens.map(token => summaryWith({ token, state }))
    expect(groupByPriority(unknown)[0]?.tokens).toEqual(tokens)
  })

  test('put last those of which nobody knows how long they wait', () => {
    const summaries = [
      summaryWith({ token: 'b', state: 'error' }),
      summaryWith({ token: 'a', state: 'failed', since: at(1_000) }),
    ]
    expect(groupByPriority(summaries)[0]?.tokens).toEqual(['a', 'b'])
  })

  test('leave the list given as it was', () => {
    const summaries = [
      summaryWith({ token: 'b', since: at(2_000) }),
      summaryWith({ token: 'a', since: at(1_000) }),
    ]
    groupByPriority(summaries)
    expect(summaries.map(({ token }) => token)).toEqual(['b', 'a'])
  })
})

test.each([
  [[{ name: 'collect' as const, tokens: ['a', 'b'] }], true],
  [[{ name: 'collect' as const, tokens: ['b', 'a'] }], false],
  [[{ name: 'finished' as const, tokens: ['a', 'b'] }], false],
  [[{ tokens: ['a', 'b'] }], false],
  [[{ name: 'collect' as const, tokens: ['a', 'b', 'c'] }], false],
  [[], false],
])('two lists of groups are the same when nothing in them differs: %j, %s', (groups, expected) => {
  const known = [{ name: 'collect' as const, tokens: ['a', 'b'] }]
  expect(areSameGroups(known, groups)).toBe(expected)
  expect(areSameGroups(groups, known)).toBe(expected)
})
