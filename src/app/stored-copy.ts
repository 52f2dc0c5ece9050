import { attempt } from '../lib/attempt.ts'
import { COPIED_PREFIXES, PREFERENCES_KEY, storageKeys, TRACKED_PREFIX } from '../storage.ts'

/**
 * Everything that the board has stored, but never the account's key, as the text of a backup that can be restored. It
 * is read word for word: what cannot be understood is in it, too.
 */
export function storedCopy(storage: Storage): string {
  const keys = COPIED_PREFIXES.flatMap(prefix => storageKeys(storage, prefix))
  const read = (key: string): unknown => {
    const text = storage.getItem(key)
    return attempt(() => JSON.parse(text ?? 'null')) ?? text
  }
  const copy = {
    format: 'rental-board',
    version: 1,
    savedAt: Date.now(),
    rentals: storageKeys(storage, TRACKED_PREFIX).map(read),
    preferences: read(PREFERENCES_KEY),
    stored: Object.fromEntries(keys.map(key => [key, storage.getItem(key)])),
  }
  return JSON.stringify(copy, null, 2)
}
