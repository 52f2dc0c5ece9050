import { expect, test, vi } from 'vitest'
import { memoizeSelector } from '../../src/lib/memoize.ts'

const length = (word: string) => word.length

function lengths() {
  const select = vi.fn((state: { readonly words: readonly string[] }) => state.words.map(length))
  return { select, selected: memoizeSelector(select, (a, b) => a.join() === b.join()) }
}

test('a state is looked at once', () => {
  const { select, selected } = lengths()
  const state = { words: ['aaa'] }
  expect(selected(state)).toBe(selected(state))
  expect(select).toHaveBeenCalledOnce()
})

test('the very value comes again while nothing in it changes, and another one when something does', () => {
  const { selected } = lengths()
  const value = selected({ words: ['aaa', 'b'] })
  expect(value).toEqual([3, 1])
  expect(selected({ words: ['ccc', 'd'] })).toBe(value)
  expect(selected({ words: ['ccc', 'dd'] })).toEqual([3, 2])
  expect(selected({ words: ['aaa', 'b'] })).toEqual([3, 1])
})
