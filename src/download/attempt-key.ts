import { attempt } from '../lib/attempt.ts'
import { storageKeys } from '../lib/storage-keys.ts'

const ATTEMPT_KEY_PREFIX = 'rental-board:v1:download:'

/** The storage key of a rental's marker. */
export function attemptKey(token: string): string {
  return ATTEMPT_KEY_PREFIX + encodeURIComponent(token)
}

/** The rental that a storage key is the marker of; undefined for every other key. */
export function attemptedToken(key: string | null): string | undefined {
  return attempt(() =>
    key?.startsWith(ATTEMPT_KEY_PREFIX)
      ? decodeURIComponent(key.slice(ATTEMPT_KEY_PREFIX.length))
      : undefined,
  )
}

/** The rentals with a marker in the storage. */
export function attemptedTokens(storage: Storage | undefined): readonly string[] {
  const keys = attempt(() => storage && storageKeys(storage, ATTEMPT_KEY_PREFIX)) ?? []
  return keys.flatMap(key => attemptedToken(key) ?? [])
}
