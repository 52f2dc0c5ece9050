import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { History } from '../../src/polling/history.ts'
import type { BoardState } from '../../src/rentals/board-model.ts'
import { type ChangesState, feedChanges } from '../../src/rentals/change-feed.ts'
import type { RentalState } from '../../src/rentals/status.ts'
import type { StatusChange } from '../../src/rentals/status-changes.ts'
import { summaryWith } from './samples.ts'

/** A feed over a board of which the test says what it shows. */
function feed(first: Readonly<Record<string, RentalState>>) {
  const summaries = (states: Readonly<Record<string, RentalState>>): BoardState => ({
    summaries: new Map(
      Object.entries(states).map(([token, state]) => [token, summaryWith({ token, state })]),
    ),
  })
  const board = createStore<BoardState>(() => summaries(first))
  const histories = new Map<string, History>()
  let now = 100
  const state = createStore<ChangesState>(() => ({ latest: [], last: new Map() }))
  const stop = feedChanges(
    state,
    board,
    token => histories.get(token),
    () => now,
    now,
  )
  const rounds: (readonly StatusChange[])[] = []
  state.subscribe(({ latest }) => rounds.push(latest))
  return {
    histories,
    rounds,
    stop,
    last: () => state.getState().last,
    show: (at: number, states: Readonly<Record<string, RentalState>>) => {
      now = at
      board.setState(summaries(states))
    },
  }
}

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
