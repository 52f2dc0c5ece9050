import { expect, test, vi } from 'vitest'
import { steadily } from '../../src/components/steadily.ts'
import type { Run } from '../../src/domain/summaries.ts'
import { isSameList } from '../../src/lib/is-same-list.ts'
import { summaryWith } from '../domain/samples.ts'

const a = summaryWith({ token: 'a', contacts: 1 })
const b = summaryWith({ token: 'b', contacts: 2 })
const dearer = { ...a, total: '9' }
const grown = { ...a, contacts: 3 }

/** The contacts of the rentals shown, and how often they were gathered. */
function contacts({ isAware }: { isAware: boolean }) {
  const derive = vi.fn((shown: readonly Run[]) => shown.flat().map(({ contacts }) => contacts))
  const isSame = (a: readonly (number | undefined)[], b: typeof a) => isSameList(a, b)
  const isAlike = (a: Run[number], b: Run[number]) => a.contacts === b.contacts
  return { derive, derived: steadily({ derive, isSame, ...(isAware && { isAlike }) }) }
}

test.each([true, false])('gives the very value again while nothing in it changes (aware: %s)', isAware => {
  const { derived } = contacts({ isAware })
  const value = derived([[a], [b]])
  expect(value).toEqual([1, 2])
  expect(derived([[dearer], [b]])).toBe(value)
  expect(derived([[grown], [b]])).toEqual([3, 2])
  expect(derived([[grown]])).toEqual([3])
})

test('does no work for a change that it knows to be none', () => {
  const { derive, derived } = contacts({ isAware: true })
  derived([[a], [b]])
  derived([[dearer], [b]])
  derived([[a], [b]])
  expect(derive).toHaveBeenCalledTimes(1)
  derived([[a, b]])
  derived([[b], [a]])
  expect(derive).toHaveBeenCalledTimes(3)
})

test('holds a change against what it last saw, not against what it last worked out', () => {
  const { derived } = contacts({ isAware: true })
  derived([[a], [b]])
  expect(derived([[grown], [b]])).toEqual([3, 2])
  expect(derived([[a], [b]])).toEqual([1, 2])
})
