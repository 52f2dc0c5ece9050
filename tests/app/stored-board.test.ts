// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'
import { openStored, openStoredInSlices } from '../../src/app/stored-board.ts'
import { memoryStorage } from '../../src/lib/memory-storage.ts'
import { storageKey } from '../../src/tokens/tracked-rental.ts'
import { createTrackedStore } from '../../src/tokens/tracked-store.ts'

const many = Array.from({ length: 1_000 }, (_, index) => ({ token: `rental-${index}` }))

function holding(rentals: readonly { token: string }[]) {
  const storage = memoryStorage()
  createTrackedStore(storage, () => 1).add(rentals)
  return storage
}

test('a list that is read in turns is the same as one read at once', async () => {
  const storage = holding(many)
  const inTurns = await openStoredInSlices(storage)
  expect(inTurns.tracked.state.getState()).toEqual(openStored(storage).tracked.state.getState())
  expect(inTurns.tracked.state.getState().rentals.size).toBe(1_000)
})

test('what another tab adds and removes while it is read is there in the end', async () => {
  const storage = holding(many)
  const opening = openStoredInSlices(storage)
  const other = createTrackedStore(storage, () => 2)
  other.add([{ token: 'added' }])
  other.remove(['rental-7', 'rental-990'])
  for (const token of ['added', 'rental-7', 'rental-990'])
    window.dispatchEvent(new StorageEvent('storage', { key: storageKey(token) }))
  const { tracked, applyMissedEvents } = await opening
  applyMissedEvents()
  const { rentals, quarantined } = tracked.state.getState()
  expect([...rentals.keys()]).toEqual([...other.state.getState().rentals.keys()])
  expect(quarantined).toBe(0)
})

test('a list that could not be saved is saved once a kept reply can be', () => {
  const storage = memoryStorage()
  const { setItem } = storage
  const refuse = () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  const { tracked, book } = openStored(Object.assign(storage, { setItem: refuse }))
  const reply = { rental: parseReply('{"success":true,"status":2}'), at: 1 }
  tracked.add([{ token: 'a' }])
  book.seen.save('a', reply, [])
  expect(tracked.state.getState().saveFailed).toBe(true)
  Object.assign(storage, { setItem })
  book.seen.save('a', reply, [])
  expect(tracked.state.getState().saveFailed).toBe(false)
  expect([...openStored(storage).tracked.state.getState().rentals.keys()]).toEqual(['a'])
})
