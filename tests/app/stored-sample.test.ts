import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createPreferences } from '../../src/board/preferences.ts'
import { createDownloadAttempts } from '../../src/features/download/download-attempts.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import {
  CHECK_PREFIX,
  CHECK_VERSION,
  DOWNLOAD_PREFIX,
  entryToken,
  PREFERENCES_KEY,
  storageKeys,
  TRACKED_PREFIX,
} from '../../src/storage.ts'

/** The `localStorage` of a browser in which an earlier build ran. */
const sample = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync('tests/samples/stored.json', 'utf8')))

/** What stands under the keys with a prefix, without its version: the rental by its key, the rest by its JSON. */
function entries(prefix: string) {
  const own = Object.entries(sample).filter(([key]) => key.startsWith(prefix))
  return own.map(([key, text]) => {
    const { v: version, ...entry } = JSON.parse(text)
    return { token: entryToken(prefix, key) ?? '', version, entry }
  })
}

/** Milliseconds since 1970: a moment after all that is stored. */
const now = () => 1_795_887_300_000

const storage = memoryStorage()

beforeEach(() => {
  for (const [key, text] of Object.entries(sample)) storage.setItem(key, text)
})

test('the sample holds something of each kind', () => {
  const kinds = [TRACKED_PREFIX, CHECK_PREFIX, DOWNLOAD_PREFIX, PREFERENCES_KEY]
  expect(kinds.map(prefix => entries(prefix).length)).toEqual([13, 12, 2, 1])
  expect(storage.length).toBe(28)
})

test('every tracked rental opens as it is stored, in its order, and none is put aside', () => {
  const { rentals, quarantined } = createTrackedStore(storage, now).state.getState()
  const stored = entries(TRACKED_PREFIX).map(({ entry }) => entry)
  const inOrder = stored.sort((a, b) => a.addedAt - b.addedAt || a.place - b.place)
  expect([...rentals.values()]).toEqual(inOrder)
  expect(quarantined).toBe(0)
})

test.each(entries(CHECK_PREFIX))('the check of $token opens as it is stored', ({ token, version, entry }) => {
  const { history, ...stored } = entry
  // Of an earlier version the history opens, and the reply is asked for anew.
  const reply = version === CHECK_VERSION ? stored : undefined
  const check = createCheckStorage(storage, () => undefined).load(token, now())
  expect(check).toEqual({ reply, history, failures: 0, jitter: 0, checkedAt: reply?.at })
})

test.each(entries(DOWNLOAD_PREFIX))('the marker of $token opens as it is stored', ({ token, entry }) => {
  expect(createDownloadAttempts(storage, now).get(token)).toEqual({ v: 1, ...entry })
})

test('the preferences open as they are stored', () => {
  expect([createPreferences(storage).state.getState()]).toMatchObject(
    entries(PREFERENCES_KEY).map(({ entry }) => entry),
  )
})

test('opening changes nothing that is stored', () => {
  const checks = createCheckStorage(storage, () => undefined)
  for (const token of createTrackedStore(storage, now).state.getState().rentals.keys())
    checks.load(token, now())
  createPreferences(storage)
  expect(Object.fromEntries(storageKeys(storage, '').map(key => [key, storage.getItem(key)]))).toEqual(sample)
})
