// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/lib/browser-storage.ts'

test('keeps texts by key, in the order in which they came', () => {
  const storage = memoryStorage()
  storage.setItem('a', '1')
  storage.setItem('b', '2')
  storage.setItem('a', '3')
  expect(storage.length).toBe(2)
  expect([storage.key(0), storage.key(1), storage.key(2)]).toEqual(['a', 'b', null])
  expect([storage.getItem('a'), storage.getItem('b'), storage.getItem('c')]).toEqual(['3', '2', null])
})

test('forgets one, or all', () => {
  const storage = memoryStorage()
  storage.setItem('a', '')
  storage.setItem('b', '2')
  storage.removeItem('a')
  storage.removeItem('never there')
  expect(storage.getItem('a')).toBeNull()
  expect(storage.length).toBe(1)
  storage.clear()
  expect(storage.length).toBe(0)
})

test('is its own: a second one knows nothing of the first', () => {
  memoryStorage().setItem('a', '1')
  expect(memoryStorage().getItem('a')).toBeNull()
})

test('does what the browser’s storage does', () => {
  const key = fc.constantFrom('a', 'b', 'c', '')
  const act = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), key, value: fc.string() }),
    fc.record({ kind: fc.constant('remove' as const), key }),
    fc.record({ kind: fc.constant('clear' as const) }),
  )
  fc.assert(
    fc.property(fc.array(act), acts => {
      const storages = [memoryStorage(), localStorage]
      localStorage.clear()
      for (const act of acts) {
        for (const storage of storages) {
          if (act.kind === 'set') storage.setItem(act.key, act.value)
          else if (act.kind === 'remove') storage.removeItem(act.key)
          else storage.clear()
        }
      }
      const [own, browser] = storages.map(contentOf)
      expect(own).toEqual(browser)
    }),
  )
})

function contentOf(storage: Storage): ReadonlyMap<string, string | null> {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return new Map(keys.sort().map(key => [key, storage.getItem(key)]))
}
