// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'
import { readStoredBoard } from '../../src/app/stored-board.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { storageKey } from '../../src/rentals/tracked-rental.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'

const many = Array.from({ length: 1_000 }, (_, index) => ({ token: `rental-${index}` }))

function holding(rentals: readonly { token: string }[]) {
  const storage = memoryStorage()
  createTrackedStore(storage, () => 1).add(rentals)
  return storage
}

test('a list that is read in slices is the same as one read at once', async () => {
  const storage = holding(many)
  const { tracked } = await readStoredBoard(storage)
  expect(tracked.state.getState()).toEqual(createTrackedStore(storage, () => 1).state.getState())
  expect(tracked.state.getState().rentals.size).toBe(1_000)
})

test('the last check of every rental is there from the start', async () => {
  const storage = holding([{ token: 'a' }, { token: 'b' }])
  const reply = { rental: parseReply('{"success":true,"status":2}'), at: 1 }
  createCheckStorage(storage, () => undefined).save('a', { reply, history: [] })
  const { checks } = await readStoredBoard(storage)
  expect(checks.get('a')?.reply).toEqual(reply)
  expect(checks.has('b')).toBe(false)
})

test('what another tab adds and removes while it is read is there in the end', async () => {
  const storage = holding(many)
  const opening = readStoredBoard(storage)
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

test('a list that could not be saved is saved once a reply can be', async () => {
  const storage = memoryStorage()
  const { setItem } = storage
  const refuse = () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  const { tracked, storage: checks } = await readStoredBoard(Object.assign(storage, { setItem: refuse }))
  const reply = { rental: parseReply('{"success":true,"status":2}'), at: 1 }
  tracked.add([{ token: 'a' }])
  checks?.save('a', { reply, history: [] })
  expect(tracked.state.getState().saveFailed).toBe(true)
  Object.assign(storage, { setItem })
  checks?.save('a', { reply, history: [] })
  expect(tracked.state.getState().saveFailed).toBe(false)
  expect([
    ...createTrackedStore(storage, () => 1)
      .state.getState()
      .rentals.keys(),
  ]).toEqual(['a'])
})
