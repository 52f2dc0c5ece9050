import { describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { History } from '../../src/polling/history.ts'
import type { BoardState } from '../../src/rentals/board-model.ts'
import { type ChangesState, feedChanges } from '../../src/rentals/change-feed.ts'
import { rentalStates } from '../../src/rentals/status.ts'
import type { StatusChange } from '../../src/rentals/status-changes.ts'
import { summaryWith } from './samples.ts'

type Look = Readonly<Record<string, string>>

/** One look at the board: `ready` is an answer, `ready?` what is left standing while checks fail. */
function look(states: Look): BoardState {
  const summaries = Object.entries(states).map(([token, text]) => {
    const state = rentalStates.find(name => name === text.replace('?', ''))
    if (state === undefined) throw new Error(`no such state: ${text}`)
    return [token, summaryWith({ token, state, stale: text.endsWith('?') })] as const
  })
  return { archived: new Map(), summaries: new Map(summaries) }
}

/** A feed over a board of which the test says what it shows. */
function feed(first: Look) {
  const board = createStore<BoardState>(() => look(first))
  const histories = new Map<string, History>()
  let now = 100
  const state = createStore<ChangesState>(() => ({ latest: [], last: new Map() }))
  const stop = feedChanges(
    state,
    board,
    token => histories.get(token),
    () => now,
    () => 100,
  )
  const rounds: (readonly StatusChange[])[] = []
  state.subscribe(({ latest }) => rounds.push(latest))
  return {
    histories,
    rounds,
    stop,
    last: () => state.getState().last,
    show: (at: number, states: Look) => {
      now = at
      board.setState(look(states))
    },
  }
}

/** What changes over a sequence of looks, as `token: from > to`. */
function told([first = {}, ...others]: readonly Look[]): string[] {
  const { show, rounds } = feed(first)
  for (const states of others) show(200, states)
  return rounds.flat().map(({ token, from, to }) => `${token}: ${from} > ${to}`)
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
})

test('what the board opens with is no change', () => {
  const { rounds, last } = feed({ a: 'ready' })
  expect(rounds).toEqual([])
  expect(last().size).toBe(0)
})

test('changes of one update come together, with their time', () => {
  const { show, rounds } = feed({ a: 'requested', b: 'generating', c: 'ready' })
  show(200, { a: 'generating', b: 'ready', c: 'ready' })
  expect(rounds).toEqual([
    [
      { token: 'a', from: 'requested', to: 'generating', at: 200 },
      { token: 'b', from: 'generating', to: 'ready', at: 200 },
    ],
  ])
})

test('an update without a change tells nothing', () => {
  const { show, rounds } = feed({ a: 'ready' })
  show(200, { a: 'ready' })
  expect(rounds).toEqual([])
})

test('what happened before the page opened is no change, and what follows it is', () => {
  const { show, rounds, histories } = feed({ a: 'requested' })
  histories.set('a', [{ status: 'requested', from: 0, until: 50 }])
  show(200, { a: 'generating' })
  expect(rounds).toEqual([])
  histories.set('a', [{ status: 'generating', from: 200, until: 250 }])
  show(300, { a: 'ready' })
  expect(rounds).toEqual([[{ token: 'a', from: 'generating', to: 'ready', at: 300 }]])
})

test('a change is judged by the latest time that the state before it was seen', () => {
  const { show, rounds, histories } = feed({ a: 'ready' })
  histories.set('a', [
    { status: 'ready', from: 0, until: 10 },
    { status: 'generating', from: 20, until: 90 },
    { status: 'ready', from: 95, until: 120 },
  ])
  show(200, { a: 'not-found' })
  expect(rounds).toHaveLength(1)
})

test('the last change of each rental is kept as long as it is followed', () => {
  const { show, last } = feed({ a: 'requested', b: 'generating' })
  show(200, { a: 'generating', b: 'ready' })
  show(300, { a: 'ready', b: 'ready' })
  expect([...last().values()].map(({ token, to, at }) => `${token} ${to} ${at}`)).toEqual([
    'a ready 300',
    'b ready 200',
  ])
  show(400, { b: 'downloaded' })
  expect([...last().keys()]).toEqual(['b'])
})

test('what came back to the list in another state is no change', () => {
  const { show, rounds } = feed({ a: 'ready', b: 'ready' })
  show(200, { b: 'ready' })
  show(300, { a: 'failed', b: 'ready' })
  expect(rounds).toEqual([])
})

test('a feed that was stopped is silent', () => {
  const { show, rounds, stop } = feed({ a: 'requested' })
  stop()
  show(200, { a: 'ready' })
  expect(rounds).toEqual([])
})
