/*
 * Every name under which the board keeps something in the browser, the version of what stands there, and how what an
 * older version wrote is read. Names stay as they are: what is stored under another one is lost.
 */
import { attempt } from './lib/attempt.ts'

const DATA_PREFIX = 'rental-board:v1:'

/** What the user tracks, an entry a rental: two tabs that write at the same moment lose nothing. */
export const TRACKED_PREFIX = `${DATA_PREFIX}token:`
export const TRACKED_VERSION = 1

/** The last good reply and the history, an entry a rental; only these are ever dropped to make room. */
export const CHECK_PREFIX = `${DATA_PREFIX}seen:`
/** Rises with the form and with the parser of replies. */
export const CHECK_VERSION = 2

/** That a rental's file was asked for, an entry a rental. */
export const DOWNLOAD_PREFIX = `${DATA_PREFIX}download:`
export const DOWNLOAD_VERSION = 1

/** What the user chose. It needs no version: each choice that cannot be read falls back by itself. */
export const PREFERENCES_KEY = `${DATA_PREFIX}preferences`

/** In the session: the versions that a wall screen reloaded for. */
export const RELOADED_KEY = `${DATA_PREFIX}reloaded`

/** In the session, or beyond where the user says so: the account's key as it was typed. */
export const API_KEY_KEY = 'rental-board:key'

/** Goes before the key of a tracked rental whose entry cannot be read. */
export const QUARANTINE_PREFIX = 'rental-board:aside:'

/** What all keys begin with but that of the account's key: a copy of what is stored holds these. */
export const COPIED_PREFIXES = [DATA_PREFIX, QUARANTINE_PREFIX] as const

/**
 * Not stored, but shared by tabs in the same way: the channel and lock of polling, and the locks of downloads. The number
 * rises with the form of what polling tells on it: boards of two forms have nothing to say to each other.
 */
export const POLLING_CHANNEL = 'rental-board:polling:3'
export const DOWNLOAD_LOCK_PREFIX = 'rental-board:download:'

/** The key of one rental's entry. */
export function entryKey(prefix: string, token: string): string {
  return prefix + encodeURIComponent(token)
}

/** The rental whose entry stands under a key; undefined for every other key. */
export function entryToken(prefix: string, key: string | null): string | undefined {
  return attempt(() => (key?.startsWith(prefix) ? decodeURIComponent(key.slice(prefix.length)) : undefined))
}

/** The rentals that have an entry; none where the storage is missing or blocked. */
export function entryTokens(prefix: string, storage: Storage | undefined): readonly string[] {
  const keys = attempt(() => storage && storageKeys(storage, prefix)) ?? []
  return keys.flatMap(key => entryToken(prefix, key) ?? [])
}

/** The keys in a storage that begin with `prefix`. */
export function storageKeys(storage: Storage, prefix: string): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys.filter(key => key.startsWith(prefix))
}

/** Brings a stored check up to `CHECK_VERSION`. Version 1 kept replies unparsed: they are asked for anew. */
export function migrateCheck(entry: unknown): unknown {
  const isFirst = typeof entry === 'object' && entry !== null && 'v' in entry && entry.v === 1
  return isFirst ? { ...entry, v: CHECK_VERSION, rental: undefined, raw: undefined } : entry
}
