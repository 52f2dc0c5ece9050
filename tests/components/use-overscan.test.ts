// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useOverscan } from '../../src/components/list/use-overscan.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function renderOverscan(count: number, query = '') {
  return renderHook(([count, query]: [number, string]) => useOverscan(count, query), {
    initialProps: [count, query],
  })
}

function wait(ms: number) {
  act(() => vi.advanceTimersByTime(ms))
}

/** Longer than a short list takes to be drawn whole, once its first step has come. */
function waitForAll() {
  for (let step = 0; step < 10; step += 1) wait(50)
}

test('a long list draws a few lines beyond the screen, and never more', () => {
  const { result } = renderOverscan(1_000)
  expect(result.current).toBe(5)
  wait(10_000)
  expect(result.current).toBe(5)
})

test('a short list is drawn whole in steps once it rests', () => {
  const { result } = renderOverscan(30)
  wait(399)
  expect(result.current).toBe(5)
  wait(1)
  expect(result.current).toBe(10)
  waitForAll()
  expect(result.current).toBeGreaterThanOrEqual(30)
})

test('while the user types, hardly more is drawn than the screen shows', () => {
  const { result, rerender } = renderOverscan(1_000)
  rerender([1_000, 'c'])
  expect(result.current).toBe(1)
  wait(300)
  rerender([400, 'ca'])
  wait(300)
  expect(result.current).toBe(1)
  wait(100)
  expect(result.current).toBe(5)
})

test('what the search left is drawn whole once the typing rests', () => {
  const { result, rerender } = renderOverscan(1_000)
  rerender([20, 'lyon'])
  wait(400)
  expect(result.current).toBe(5)
  wait(400)
  expect(result.current).toBe(10)
  waitForAll()
  expect(result.current).toBeGreaterThanOrEqual(20)
})

test('a reply that lengthens the list a little leaves what is drawn', () => {
  const { result, rerender } = renderOverscan(20)
  wait(400)
  waitForAll()
  const whole = result.current
  rerender([24, ''])
  expect(result.current).toBe(whole)
})
