/*
 * Every storage key of the board, the versions of the entries, how older versions are read, and what goes first when
 * there is no room. Keys stay as they are: what is stored under another one is lost.
 */
import { attempt } from './lib/attempt.ts'

const DATA_PREFIX = 'rental-board:v1:'

/** One entry for each tracked rental: two tabs that write at the same moment lose nothing. */
export const TRACKED_PREFIX = `${DATA_PREFIX}token:`
export const TRACKED_VERSION = 1

/** The last good reply and the history, one entry for each rental; only these are ever dropped to free space. */
export const CHECK_PREFIX = `${DATA_PREFIX}seen:`
/** Rises with the format, and with the parser of replies where what it read before is to be read anew. */
export const CHECK_VERSION = 2
/** Characters of all of these, about half of what a browser keeps, and down to which the oldest go beyond that. */
const MAX_CHECK_CHARS = 2_500_000
const TARGET_CHECK_CHARS = 2_000_000

/** Download attempts, one entry for each rental. */
export const DOWNLOAD_PREFIX = `${DATA_PREFIX}download:`
export const DOWNLOAD_VERSION = 1

/** What the user has seen of the news, and when the last visit ended. */
export const NEWS_KEY = `${DATA_PREFIX}news`
export const NEWS_VERSION = 1

/** What this browser has of the team's list, one entry for each rental. */
export const TEAM_PREFIX = `${DATA_PREFIX}team:`
export const TEAM_VERSION = 1

/** The team's names of interests, as this browser knows them. */
export const TEAM_INTERESTS_KEY = `${DATA_PREFIX}team-interests`

/** Who uses this browser, as the team's list names them. */
export const PERSON_KEY = `${DATA_PREFIX}person`

/** Without a version: each preference that cannot be read falls back by itself. */
export const PREFERENCES_KEY = `${DATA_PREFIX}preferences`

/** In the session storage: the versions that a wall screen reloaded for. */
export const RELOADED_KEY = `${DATA_PREFIX}reloaded`

/** In the session storage: what was pasted into the demonstration, for the user's own board. */
export const KEPT_PASTE_KEY = `${DATA_PREFIX}paste`

/** In the session storage, or beyond where the user says so: the API key as it was typed. */
export const API_KEY_KEY = 'rental-board:key'

/** Precedes the key of a tracked rental whose entry cannot be read; it is brought back when it can. */
export const QUARANTINE_PREFIX = 'rental-board:aside:'

/** Of all keys but that of the API key: a copy of what is stored holds these. */
export const COPIED_PREFIXES = [DATA_PREFIX, QUARANTINE_PREFIX] as const

/** Which tab leads, where browsers have no locks. */
export const LEASE_PREFIX = 'rental-board:lease:'

/** Names of channels and locks, shared by tabs. Those of the polling end with the version of the page. */
export const API_KEY_CHANNEL = 'rental-board:key'
export const POLLING_CHANNEL_PREFIX = 'rental-board:polling:'
export const DOWNLOAD_LOCK_PREFIX = 'rental-board:download:'

export function entryKey(prefix: string, token: string): string {
  return prefix + encodeURIComponent(token)
}

/** Undefined for a key of anything else. */
export function entryToken(prefix: string, key: string | null): string | undefined {
  return attempt(() => (key?.startsWith(prefix) ? decodeURIComponent(key.slice(prefix.length)) : undefined))
}

/** Empty where the storage is missing or blocked. */
export function entryTokens(prefix: string, storage: Storage | undefined): readonly string[] {
  const keys = attempt(() => storage && storageKeys(storage, prefix)) ?? []
  return keys.flatMap(key => entryToken(prefix, key) ?? [])
}

export function storageKeys(storage: Storage, prefix: string): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys.filter(key => key.startsWith(prefix))
}

/**
 * True for an entry of a version that this one does not know: after a return to an older version it stays as it is, and
 * is there when its own version is back.
 */
export function isNewer(text: string | null | undefined, version: number): boolean {
  const entry: unknown = attempt(() => JSON.parse(text ?? ''))
  const known = typeof entry === 'object' && entry !== null && 'v' in entry ? entry.v : undefined
  return typeof known === 'number' && known > version
}

/** Writes an entry, but not over one of a later version. @throws where the browser refuses. */
export function writeEntry(storage: Storage | undefined, key: string, version: number, text: string): true {
  if (!isNewer(storage?.getItem(key), version)) storage?.setItem(key, text)
  return true
}

/** Of an earlier version the history stays, and the reply is fetched anew. */
export function migrateCheck(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || !('v' in entry)) return entry
  const isEarlier = Number(entry.v) >= 1 && Number(entry.v) < CHECK_VERSION
  return isEarlier ? { ...entry, v: CHECK_VERSION, rental: undefined, raw: undefined } : entry
}

/**
 * Drops kept replies, the oldest first, until those left come to at most `most` characters. Returns how many characters
 * those take, as the storage has them now: other tabs write there, too.
 */
export function dropOldest(storage: Storage, most: number): number {
  const kept = storageKeys(storage, CHECK_PREFIX).map(key => {
    const text = storage.getItem(key) ?? ''
    return { key, size: key.length + text.length, at: Number(/^\{"v":\d,"at":(\d+)/.exec(text)?.[1] ?? 0) }
  })
  let total = kept.reduce((sum, { size }) => sum + size, 0)
  for (const { key, size } of kept.sort((a, b) => a.at - b.at)) {
    if (total <= most) break
    storage.removeItem(key)
    total -= size
  }
  return total
}

/** The same storage, in which kept replies take half of the room, and yield to whatever else no longer fits. */
export function withRoom(storage: Storage): Storage {
  /** Characters of kept replies, or more: one that is written again counts again, until there seem to be too many. */
  let kept: number | undefined

  function count(key: string, value: string) {
    if (!key.startsWith(CHECK_PREFIX)) return
    kept = (kept ?? dropOldest(storage, MAX_CHECK_CHARS)) + key.length + value.length
    if (kept > MAX_CHECK_CHARS) kept = dropOldest(storage, TARGET_CHECK_CHARS)
  }

  return {
    get length() {
      return storage.length
    },
    key: index => storage.key(index),
    getItem: key => storage.getItem(key),
    removeItem: key => storage.removeItem(key),
    clear: () => storage.clear(),
    /** Drops as much as it writes; half of what is left if that does not do, and so on. */
    setItem(key, value) {
      let left: number | undefined
      for (;;) {
        try {
          storage.setItem(key, value)
          return count(key, value)
        } catch (error) {
          const isFull = error instanceof DOMException && /quota/i.test(error.name)
          if (!isFull || left === 0) throw error
          const all = left ?? dropOldest(storage, Number.POSITIVE_INFINITY)
          const most =
            left === undefined ? Math.min(TARGET_CHECK_CHARS, all - key.length - value.length) : all / 2
          left = dropOldest(storage, Math.max(0, most))
        }
      }
    },
  }
}
