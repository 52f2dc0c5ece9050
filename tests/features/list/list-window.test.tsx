import { act, renderHook } from '@testing-library/react'
import { useMemo } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listItems } from '../../../src/features/list/list-items.ts'
import { linesBetween, useListWindow } from '../../../src/features/list/use-list-window.ts'

const wide = { name: 'wide', rem: 16 } as const

/** A row is 72 pixels high. */
const itemsOf = (count: number) =>
  listItems([{ tokens: Array.from({ length: count }, (_, index) => `rental-${index}`) }], false)

beforeEach(() => vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function renderWindow(count: number, everyRow = false) {
  const { result, rerender } = renderHook(
    (count: number) =>
      useListWindow(
        { current: null },
        useMemo(() => itemsOf(count), [count]),
        wide,
        everyRow,
      ),
    { initialProps: count },
  )
  return { drawn: () => result.current.drawn.map(({ index }) => index), rerender }
}

function rest(ms: number) {
  act(() => vi.advanceTimersByTime(ms))
}

test.each([
  ['from the start', 0, 144, [0, 1], 0, 576],
  ['a part of a line', 71, 73, [0, 1], 0, 576],
  ['in the middle', 144, 288, [2, 3], 144, 432],
  ['everything', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0, 0],
  ['beyond the end', 9_000, 9_900, [], 720, 0],
])(
  '%s, the lines between two heights are drawn, and the room of the others is kept',
  (...[, from, to, indices, before, after]) => {
    const lines = linesBetween(from, to, itemsOf(10), wide)
    expect(lines.drawn.map(({ index }) => index)).toEqual(indices)
    expect(lines).toMatchObject({ before, after })
  },
)

test('a long list draws a screen, and follows the scrolling', () => {
  const { drawn } = renderWindow(1_000)
  rest(1_000)
  // The screen of the tests is 768 pixels high, and a third of it is above the list.
  expect([drawn().at(0), drawn().at(-1)]).toEqual([0, 8])
  vi.stubGlobal('scrollY', 7_256)
  act(() => void window.dispatchEvent(new Event('scroll')))
  expect([drawn().at(0), drawn().at(-1)]).toEqual([96, 108])
})

test('a list of up to 80 lines is drawn whole once it rests, a screen at a time', () => {
  const { drawn } = renderWindow(80)
  rest(999)
  const counts = [drawn().length]
  for (let turn = 0; turn < 8; turn++) {
    rest(1)
    counts.push(drawn().length)
  }
  expect(counts).toEqual([9, 20, 30, 41, 52, 62, 73, 80, 80])
})

test('a list that is drawn whole stays so as it is scrolled', () => {
  const { drawn } = renderWindow(80)
  rest(1_000)
  for (let turn = 0; turn < 8; turn++) rest(1)
  vi.stubGlobal('scrollY', 5_000)
  act(() => void window.dispatchEvent(new Event('scroll')))
  rest(1)
  expect(drawn()).toHaveLength(80)
})

test('what a search shortens is drawn whole only once that lasts', () => {
  const { drawn, rerender } = renderWindow(1_000)
  rest(1_000)
  rerender(30)
  rest(200)
  rerender(1_000)
  rest(1_000)
  rerender(30)
  expect(drawn()).toHaveLength(9)
  rest(1_000)
  rest(1)
  expect(drawn()).toHaveLength(30)
  rerender(34)
  rest(1)
  expect(drawn()).toHaveLength(34)
})

test('a long list is drawn whole when the user wants every row', () => {
  const { drawn } = renderWindow(1_000, true)
  expect(drawn()).toHaveLength(1_000)
})
