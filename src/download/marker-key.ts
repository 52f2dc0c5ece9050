import { attempt } from '../lib/attempt.ts'
import { storageKeys } from '../lib/storage-keys.ts'

const PREFIX = 'rental-board:v1:download:'

/** The storage key of a rental's marker. */
export function markerKey(token: string): string {
  return PREFIX + encodeURIComponent(token)
}

/** The rental that a storage key is the marker of; undefined for every other key. */
export function markedToken(key: string | null): string | undefined {
  return attempt(() => (key?.startsWith(PREFIX) ? decodeURIComponent(key.slice(PREFIX.length)) : undefined))
}

/** The rentals with a marker in the storage. */
export function markedTokens(storage: Storage | undefined): readonly string[] {
  const keys = attempt(() => storage && storageKeys(storage, PREFIX)) ?? []
  return keys.flatMap(key => markedToken(key) ?? [])
}
