import { expect, test, vi } from 'vitest'
import { memoizeWeak } from '../../src/lib/memoize.ts'

test('works out once for each object, also when there is nothing to it', () => {
  const work = vi.fn((list: readonly number[]) => list[0])
  const kept = memoizeWeak(work)
  const lists = [[1], [2], []] as const
  expect(lists.map(kept)).toEqual([1, 2, undefined])
  expect(lists.map(kept)).toEqual([1, 2, undefined])
  expect(kept([1])).toBe(1)
  expect(work).toHaveBeenCalledTimes(4)
})
