import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { CHECK_PREFIX, dropOldest, storageKeys, withRoom } from '../../src/storage.ts'

/** A storage that holds so many characters of keys and texts. */
function bounded(quota: number): Storage {
  const storage = memoryStorage()
  const { setItem } = storage
  return Object.assign(storage, {
    setItem(key: string, text: string) {
      const others = storageKeys(storage, '').filter(other => other !== key)
      const taken = others.reduce(
        (sum, other) => sum + other.length + (storage.getItem(other)?.length ?? 0),
        0,
      )
      if (taken + key.length + text.length > quota) throw new DOMException('', 'QuotaExceededError')
      setItem(key, text)
    },
  })
}

function kept(at: number | string, size = 100): string {
  return `{"v":2,"at":${at},"x":"`.padEnd(size, 'x')
}

function keep(storage: Storage, ages: readonly number[]) {
  for (const at of ages) storage.setItem(`${CHECK_PREFIX}${at}`, kept(at))
}

function agesIn(storage: Storage): number[] {
  return storageKeys(storage, CHECK_PREFIX).map(key => Number(key.slice(CHECK_PREFIX.length)))
}

test('what no longer fits takes the room of the oldest kept replies, and of no more than its own size', () => {
  const storage = bounded(1_300)
  keep(storage, [30, 10, 50, 20, 40, 60, 70, 80, 90])
  withRoom(storage).setItem('list', 'x'.repeat(230))
  expect(storage.getItem('list')).toHaveLength(230)
  expect(agesIn(storage)).toEqual([30, 50, 40, 60, 70, 80, 90])
})

test('a kept reply takes the room of older ones', () => {
  const storage = bounded(400)
  keep(storage, [10, 20, 30])
  withRoom(storage).setItem(`${CHECK_PREFIX}40`, kept(40))
  expect(agesIn(storage)).toEqual([20, 30, 40])
})

test('a kept reply that cannot be read goes first', () => {
  const storage = bounded(400)
  keep(storage, [10, 20])
  storage.setItem(`${CHECK_PREFIX}0`, 'garbage'.padEnd(100))
  withRoom(storage).setItem('list', 'x'.repeat(100))
  expect(agesIn(storage)).toEqual([10, 20])
})

test('nothing but kept replies yields, and what does not fit even so is refused', () => {
  const storage = bounded(400)
  storage.setItem('rental-board:v1:token:a', 'x'.repeat(200))
  keep(storage, [10])
  expect(() => withRoom(storage).setItem('list', 'x'.repeat(300))).toThrow(DOMException)
  expect(storageKeys(storage, '')).toEqual(['rental-board:v1:token:a'])
})

test('a storage that is always full is asked few times, however much is kept', () => {
  const storage = memoryStorage()
  keep(
    storage,
    Array.from({ length: 3_000 }, (_, index) => index),
  )
  let asked = 0
  const full = Object.assign(storage, {
    setItem() {
      asked += 1
      throw new DOMException('', 'QuotaExceededError')
    },
  })
  expect(() => withRoom(full).setItem('list', 'x')).toThrow(DOMException)
  expect(asked).toBeLessThan(30)
})

test('what is refused for another reason costs no kept reply', () => {
  const storage = memoryStorage()
  keep(storage, [10])
  const refused = Object.assign(storage, {
    setItem() {
      throw new DOMException('', 'SecurityError')
    },
  })
  expect(() => withRoom(refused).setItem('list', 'x')).toThrow(DOMException)
  expect(agesIn(storage)).toEqual([10])
})

test('what another tab has kept or dropped meanwhile counts as it is now', () => {
  const storage = bounded(400)
  const own = withRoom(storage)
  keep(own, [20, 30])
  storage.removeItem(`${CHECK_PREFIX}20`)
  keep(storage, [10, 40])
  own.setItem('list', 'x'.repeat(100))
  expect(agesIn(storage)).toEqual([30, 40])
})

test('the oldest are dropped down to a bound', () => {
  const storage = memoryStorage()
  keep(storage, [10, 20, 30])
  const left = dropOldest(storage, 270)
  expect(agesIn(storage)).toEqual([20, 30])
  expect(left).toBe(2 * (100 + CHECK_PREFIX.length + 2))
})
