import { describe, expect, test } from 'vitest'
import { NetworkError } from '../../src/api/errors.ts'
import { type RentalState, rentalStates } from '../../src/rentals/status.ts'
import {
  activeNotifications,
  changesSince,
  isNotable,
  recordStates,
  type StatusChange,
  wasObserved,
} from '../../src/rentals/status-changes.ts'
import type { Summary } from '../../src/rentals/summary.ts'
import { summaryWith } from './samples.ts'

const error = new NetworkError('offline')

/** One look at the board: `ready` is an answer, `ready?` what is left standing while checks fail. */
function look(states: Readonly<Record<string, string>>): Summary[] {
  return Object.entries(states).map(([token, text]) => {
    const stale = text.endsWith('?')
    const state = rentalStates.find(name => name === text.replace('?', ''))
    if (state === undefined) throw new Error(`no such state: ${text}`)
    return summaryWith({ token, state, stale, error: stale ? error : undefined })
  })
}

/** What changes over a sequence of looks, as `token: from > to`. */
function told(looks: readonly Readonly<Record<string, string>>[]): string[] {
  const known = new Map<string, RentalState>()
  recordStates(known, look(looks[0] ?? {}))
  return looks.slice(1).flatMap(states => {
    const summaries = look(states)
    const changes = changesSince(known, summaries, 0)
    recordStates(known, summaries)
    return changes.map(({ token, from, to }) => `${token}: ${from} > ${to}`)
  })
}

function change(token: string, to: RentalState, from: RentalState = 'generating', at = 0): StatusChange {
  return { token, from, to, at }
}

describe('changes', () => {
  test.each<[string, Record<string, string>[], string[]]>([
    ['a rental that becomes ready', [{ a: 'generating' }, { a: 'ready' }], ['a: generating > ready']],
    ['a rental that fails', [{ a: 'requested' }, { a: 'failed' }], ['a: requested > failed']],
    ['a rental that is lost', [{ a: 'ready' }, { a: 'not-found' }], ['a: ready > not-found']],
    [
      'each step of a life',
      [{ a: 'requested' }, { a: 'generating' }, { a: 'ready' }, { a: 'downloaded' }],
      ['a: requested > generating', 'a: generating > ready', 'a: ready > downloaded'],
    ],
    [
      'only those that changed',
      [
        { a: 'ready', b: 'requested' },
        { a: 'ready', b: 'ready' },
      ],
      ['b: requested > ready'],
    ],
    [
      'several at once',
      [
        { a: 'generating', b: 'generating' },
        { a: 'ready', b: 'failed' },
      ],
      ['a: generating > ready', 'b: generating > failed'],
    ],
    ['a status without a name', [{ a: 'unknown' }, { a: 'ready' }], ['a: unknown > ready']],
    ['one found after all', [{ a: 'not-found' }, { a: 'requested' }], ['a: not-found > requested']],
    [
      'a change behind a failed check',
      [{ a: 'generating' }, { a: 'generating?' }, { a: 'ready' }],
      ['a: generating > ready'],
    ],
  ])('tell of %s', (_, looks, expected) => {
    expect(told(looks)).toEqual(expected)
  })

  test.each<[string, Record<string, string>[]]>([
    ['nothing that stays', [{ a: 'ready' }, { a: 'ready' }]],
    ['a first answer', [{ a: 'pending' }, { a: 'ready' }]],
    ['a first answer after failures', [{ a: 'pending' }, { a: 'error' }, { a: 'ready' }]],
    ['a token that was never known', [{ a: 'pending' }, { a: 'not-found' }]],
    ['a rental just added', [{ a: 'ready' }, { a: 'ready', b: 'pending' }, { a: 'ready', b: 'ready' }]],
    ['a rental just restored', [{}, { a: 'ready' }]],
    ['a rental removed', [{ a: 'ready', b: 'ready' }, { b: 'ready' }]],
    ['a failed check', [{ a: 'ready' }, { a: 'ready?' }]],
    ['the same state after it', [{ a: 'ready' }, { a: 'ready?' }, { a: 'ready' }]],
    ['old data that show again when the provider is out of reach', [{ a: 'not-found' }, { a: 'ready?' }]],
    ['the same absence after that', [{ a: 'not-found' }, { a: 'ready?' }, { a: 'not-found' }]],
  ])('do not tell of %s', (_, looks) => {
    expect(told(looks)).toEqual([])
  })

  test('carry the time of the look', () => {
    expect(changesSince(new Map([['a', 'requested']]), look({ a: 'ready' }), 7)).toEqual([
      { token: 'a', from: 'requested', to: 'ready', at: 7 },
    ])
  })
})

describe('a change', () => {
  const openedAt = 1_000
  const entry = (status: 'requested' | 'generating' | 'ready', until: number) => ({ status, from: 0, until })

  test.each([
    ['this page had looked before', [entry('generating', 1_500), entry('ready', 2_000)], true],
    ['the page had just opened', [entry('generating', 900), entry('ready', 1_100)], false],
    ['the state before it is not in the history', [entry('ready', 1_100)], true],
    ['nothing is written down', [], true],
  ])('is watched or not when %s', (_, history, expected) => {
    expect(wasObserved(change('a', 'ready'), history, openedAt)).toBe(expected)
  })

  test('is judged by the latest time that the state before it was seen', () => {
    const history = [entry('ready', 10), entry('generating', 900), entry('ready', 1_200)]
    expect(wasObserved(change('a', 'not-found', 'ready'), history, openedAt)).toBe(true)
  })

  test('is news when a rental becomes ready, fails or is lost', () => {
    expect(rentalStates.filter(to => isNotable({ to }))).toEqual(['ready', 'failed', 'not-found'])
  })
})

describe('standing news', () => {
  test.each<[string, StatusChange[], StatusChange[], StatusChange[]]>([
    ['take in what is news', [], [change('a', 'ready'), change('b', 'downloaded')], [change('a', 'ready')]],
    [
      'keep their order',
      [change('a', 'ready')],
      [change('b', 'failed')],
      [change('a', 'ready'), change('b', 'failed')],
    ],
    ['let go of what no longer holds', [change('a', 'ready')], [change('a', 'downloaded', 'ready')], []],
    [
      'tell the latest of a rental, last',
      [change('a', 'failed'), change('b', 'ready')],
      [change('a', 'ready', 'failed')],
      [change('b', 'ready'), change('a', 'ready', 'failed')],
    ],
  ])('%s', (_, standing, changes, expected) => {
    expect(activeNotifications(standing, changes)).toEqual(expected)
  })
})
