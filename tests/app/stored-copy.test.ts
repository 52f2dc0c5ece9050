import { expect, test } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'
import { storedCopy } from '../../src/app/crash-page.tsx'
import { createPreferences } from '../../src/board/preferences.ts'
import { parseBackup } from '../../src/features/backup/backup.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'

function filled() {
  const storage = memoryStorage()
  createTrackedStore(storage, () => 5).add([{ token: 'a', name: 'Oise', tags: ['mai'] }, { token: 'b' }])
  createPreferences(storage).set({ theme: 'dark' })
  storage.setItem('rental-board:v1:token:c', '{"v":1,"tok')
  storage.setItem('rental-board:v1:seen:a', 'anything')
  storage.setItem('rental-board:aside:rental-board:v1:token:d', 'older')
  createApiKeyStore(undefined, storage).set('s3cret-key', { remember: true })
  storage.setItem('of another page', 'foreign')
  return storage
}

test('a copy of everything is a backup that can be restored', () => {
  expect(parseBackup(storedCopy(filled()))).toMatchObject({
    rentals: [
      { token: 'a', name: 'Oise', tags: ['mai'], addedAt: 5, place: 0 },
      { token: 'b', tags: [], addedAt: 5, place: 1 },
    ],
    unreadable: ['{"v":1,"tok'],
    preferences: { theme: 'dark' },
  })
})

test('it holds every word that the board has stored, but no key', () => {
  const copy = storedCopy(filled())
  for (const word of ['anything', 'older', 'rental-board:v1:seen:a']) expect(copy).toContain(word)
  for (const word of ['s3cret-key', 'rental-board:key', 'foreign']) expect(copy).not.toContain(word)
})
