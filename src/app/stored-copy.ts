import { PREFERENCES_KEY } from '../domain/preferences.ts'
import { attempt } from '../lib/attempt.ts'
import { storageKeys } from '../lib/storage-keys.ts'
import { QUARANTINE_PREFIX } from '../tokens/load-list.ts'
import { TOKEN_KEY_PREFIX } from '../tokens/tracked-rental.ts'

/**
 * Everything that the board has stored, but never the account's key, as the text of a backup that can be restored. It
 * is read word for word: what cannot be understood is in it, too.
 */
export function storedCopy(storage: Storage): string {
  const keys = ['rental-board:v1:', QUARANTINE_PREFIX].flatMap(prefix => storageKeys(storage, prefix))
  const read = (key: string): unknown => {
    const text = storage.getItem(key)
    return attempt(() => JSON.parse(text ?? 'null')) ?? text
  }
  const copy = {
    format: 'rental-board',
    version: 1,
    savedAt: Date.now(),
    rentals: storageKeys(storage, TOKEN_KEY_PREFIX).map(read),
    preferences: read(PREFERENCES_KEY),
    stored: Object.fromEntries(keys.map(key => [key, storage.getItem(key)])),
  }
  return JSON.stringify(copy, null, 2)
}
