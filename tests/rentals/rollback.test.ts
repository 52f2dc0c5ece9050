import { expect, test } from 'vitest'
import { createNewsMarks } from '../../src/board/news-marks.ts'
import { createPreferences } from '../../src/board/preferences.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { storageKey } from '../../src/rentals/tracked-rental.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import { CHECK_PREFIX, entryKey, NEWS_KEY, PREFERENCES_KEY } from '../../src/storage.ts'
import { replyOf } from '../polling/replies.ts'

const NEWER_TRACKED = '{"v":7,"token":"b","label":{"text":"Oise"},"labels":[]}'
const NEWER_MARKS = '{"v":5,"seen":[]}'
const NEWER_CHECK = '{"v":9,"at":1000,"states":[[1,2]]}'

/** What a later version left: one rental that this version reads, and one that it does not. */
function leftByLater() {
  const storage = memoryStorage()
  createTrackedStore(storage, () => 1_000).add([{ token: 'a', name: 'Aisne' }])
  const own = storage.getItem(storageKey('a')) ?? ''
  storage.setItem(storageKey('a'), own.replace('{', '{"colour":"red",'))
  storage.setItem(storageKey('b'), NEWER_TRACKED)
  for (const token of ['a', 'b']) storage.setItem(entryKey(CHECK_PREFIX, token), NEWER_CHECK)
  storage.setItem(NEWS_KEY, NEWER_MARKS)
  storage.setItem(PREFERENCES_KEY, '{"theme":"sepia","density":"compact","sound":true}')
  return storage
}

const everything = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => {
    const key = storage.key(index) ?? ''
    return [key, storage.getItem(key)]
  })

test('to open an older version changes nothing of what a later one left', () => {
  const storage = leftByLater()
  const before = everything(storage)
  const tracked = createTrackedStore(storage, () => 2_000)
  const checks = createCheckStorage(storage, () => undefined)
  const preferences = createPreferences(storage)
  expect([...tracked.state.getState().rentals.keys()]).toEqual(['a'])
  expect(tracked.state.getState()).toMatchObject({ newer: 1, quarantined: 0, saveFailed: false })
  expect(checks.load('a', 2_000)).toBeUndefined()
  expect(preferences.state.getState()).toMatchObject({ theme: 'system', sound: true })
  expect(everything(storage)).toEqual(before)
})

test('to work with it keeps what it does not know', () => {
  const storage = leftByLater()
  const tracked = createTrackedStore(storage, () => 2_000)
  const checks = createCheckStorage(storage, () => undefined)
  const preferences = createPreferences(storage)
  tracked.edit('a', { name: 'Aisne, mai' })
  tracked.add([{ token: 'c' }])
  for (const token of ['a', 'b', 'c']) checks.save(token, { reply: replyOf('ready', 2_000), history: [] })
  preferences.set({ sound: false })
  createNewsMarks(storage, () => 2_000).markAllRead()
  expect(storage.getItem(NEWS_KEY)).toBe(NEWER_MARKS)

  expect(JSON.parse(storage.getItem(storageKey('a')) ?? '')).toMatchObject({
    name: 'Aisne, mai',
    colour: 'red',
  })
  expect(storage.getItem(storageKey('b'))).toBe(NEWER_TRACKED)
  expect(['a', 'b'].map(token => storage.getItem(entryKey(CHECK_PREFIX, token)))).toEqual([
    NEWER_CHECK,
    NEWER_CHECK,
  ])
  expect(checks.load('c', 3_000)?.reply?.rental.status).toBe('ready')
  expect(JSON.parse(storage.getItem(PREFERENCES_KEY) ?? '')).toEqual({
    theme: 'sepia',
    density: 'compact',
    sound: false,
  })
})

test('what it cannot save over an entry of a later version is said', () => {
  const storage = leftByLater()
  const tracked = createTrackedStore(storage, () => 2_000)
  tracked.add([{ token: 'b', name: 'à moi' }])
  expect(tracked.state.getState()).toMatchObject({ saveFailed: true })
  tracked.remove(['b'])
  expect(storage.getItem(storageKey('b'))).toBe(NEWER_TRACKED)
})

test('what an older version set aside comes back to the version that wrote it', () => {
  const storage = leftByLater()
  const aside = `rental-board:aside:${storageKey('b')}`
  storage.removeItem(storageKey('b'))
  storage.setItem(aside, NEWER_TRACKED)
  expect(createTrackedStore(storage, () => 2_000).state.getState().newer).toBe(1)
  expect([storage.getItem(storageKey('b')), storage.getItem(aside)]).toEqual([NEWER_TRACKED, null])
})
