import { describe, expect, test, vi } from 'vitest'
import { keepLast } from '../../src/lib/keep-last.ts'

describe('a function that keeps its last result', () => {
  const pair = (...parts: readonly unknown[]) => [parts]

  test('works once for the same arguments', () => {
    const work = vi.fn(pair)
    const kept = keepLast(work)
    const list = [1]
    const first = kept(list, Number.NaN, undefined)
    expect(kept(list, Number.NaN, undefined)).toBe(first)
    expect(work).toHaveBeenCalledTimes(1)
  })

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    ['another value', [1, 'a'], [1, 'b']],
    ['an equal list that is another one', [[1]], [[1]]],
    ['one argument more', [1], [1, 2]],
    ['one that comes in place of none', [undefined], [0]],
  ])('works again for %s', (_, before, after) => {
    const kept = keepLast(pair)
    kept(...before)
    expect(kept(...after)).toEqual([after])
  })

  test('keeps the last result only', () => {
    const work = vi.fn(pair)
    const kept = keepLast(work)
    for (const value of [1, 2, 1]) kept(value)
    expect(work).toHaveBeenCalledTimes(3)
  })

  test('keeps nothing of a failure', () => {
    const kept = keepLast((value: number) => {
      if (value < 0) throw new RangeError('negative')
      return value
    })
    kept(1)
    expect(() => kept(-1)).toThrow(RangeError)
    expect(() => kept(-1)).toThrow(RangeError)
    expect(kept(1)).toBe(1)
  })
})
