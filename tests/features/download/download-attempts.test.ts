// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { createDownloadAttempts } from '../../../src/features/download/download-attempts.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { DOWNLOAD_PREFIX, entryKey, entryToken, entryTokens } from '../../../src/storage.ts'

test('a marker holds the time and what became of it, and nothing else', () => {
  const storage = memoryStorage()
  createDownloadAttempts(storage, () => 1_000).put('a/b', 'running')
  expect(storage.length).toBe(1)
  const key = storage.key(0) ?? ''
  expect(key).toBe(entryKey(DOWNLOAD_PREFIX, 'a/b'))
  expect(entryToken(DOWNLOAD_PREFIX, key)).toBe('a/b')
  expect(JSON.parse(storage.getItem(key) ?? '')).toEqual({
    v: 1,
    at: 1_000,
    id: expect.any(Number),
    state: 'running',
  })
  expect(entryTokens(DOWNLOAD_PREFIX, storage)).toEqual(['a/b'])
})

test('what is no marker of ours is passed over', () => {
  const storage = memoryStorage()
  storage.setItem('rental-board:v1:token:a', '{}')
  storage.setItem(entryKey(DOWNLOAD_PREFIX, 'b'), 'not JSON')
  storage.setItem('rental-board:v1:download:%', '{}')
  expect(entryTokens(DOWNLOAD_PREFIX, storage)).toEqual(['b'])
  expect(createDownloadAttempts(storage, () => 0).get('b')).toBeUndefined()
})

test.each([-1e308, 1e308, null, 'hier'])('a marker of %j is none', at => {
  const storage = memoryStorage()
  storage.setItem(entryKey(DOWNLOAD_PREFIX, 'a'), JSON.stringify({ v: 1, at, state: 'running' }))
  expect(createDownloadAttempts(storage, () => 0).get('a')).toBeUndefined()
})

test('a file that has arrived is offered again after ten minutes, one that is unsure stays so', () => {
  let now = 0
  const markers = createDownloadAttempts(memoryStorage(), () => now)
  markers.put('done', 'done')
  markers.put('unsure', 'unsure')
  now = 599_000
  expect(markers.get('done')?.state).toBe('done')
  now = 601_000
  expect(markers.get('done')).toBeUndefined()
  expect(markers.get('unsure')?.state).toBe('unsure')
})

describe('a storage that keeps nothing', () => {
  const full = {
    ...memoryStorage(),
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError')
    },
  }
  test.each([
    ['missing', undefined],
    ['full', full],
  ])('%s: no marker, and no error', (_, storage) => {
    const markers = createDownloadAttempts(storage, () => 0)
    expect(markers.put('a', 'running')).toBeUndefined()
    expect(markers.get('a')).toBeUndefined()
    markers.clear('a')
    expect(entryTokens(DOWNLOAD_PREFIX, storage)).toEqual([])
  })
})

test('changes of other tabs are told, until nobody listens', () => {
  const markers = createDownloadAttempts(memoryStorage(), () => 0)
  const listener = vi.fn()
  const stop = markers.subscribe(listener)
  const change = new StorageEvent('storage', { key: entryKey(DOWNLOAD_PREFIX, 'a') })
  window.dispatchEvent(change)
  window.dispatchEvent(new StorageEvent('storage', { key: 'rental-board:v1:token:a' }))
  expect(listener).toHaveBeenCalledTimes(1)
  stop()
  window.dispatchEvent(change)
  expect(listener).toHaveBeenCalledTimes(1)
})
