import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { listItems } from '../../src/components/list/list-items.ts'
import { linesBetween, useListWindow } from '../../src/components/list/use-list-window.ts'
import { viewStore } from '../../src/components/view-store.ts'

/** A row is 72 pixels high. */
const itemsOf = (count: number) =>
  listItems([{ tokens: Array.from({ length: count }, (_, index) => `rental-${index}`) }], false)

afterEach(() => {
  viewStore.setState({ everyRow: false })
  vi.unstubAllGlobals()
})

function renderWindow(count: number) {
  const items = itemsOf(count)
  const { result } = renderHook(() => useListWindow({ current: null }, items, 'wide'))
  return () => result.current.drawn.map(({ index }) => index)
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
    const lines = linesBetween(from, to, itemsOf(10), 'wide', 16)
    expect(lines.drawn.map(({ index }) => index)).toEqual(indices)
    expect(lines).toMatchObject({ before, after })
  },
)

test('a long list draws a screen and a little more, and follows the scrolling', () => {
  const drawn = renderWindow(1_000)
  expect(drawn()).toHaveLength(17)
  vi.stubGlobal('scrollY', 7_200)
  act(() => void window.dispatchEvent(new Event('scroll')))
  expect(drawn().at(0)).toBe(95)
  expect(drawn().at(-1)).toBe(116)
})

test('a list of up to 80 lines is drawn whole, for find-in-page', () => {
  expect(renderWindow(80)()).toHaveLength(80)
  expect(renderWindow(81)()).toHaveLength(17)
})

test('a long list is drawn whole when the user wants every row', () => {
  const drawn = renderWindow(1_000)
  act(() => viewStore.setState({ everyRow: true }))
  expect(drawn()).toHaveLength(1_000)
})
