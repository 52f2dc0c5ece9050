import { CHECK_PREFIX, storageKeys } from '../storage.ts'

/** Characters of kept replies, about half of what a browser keeps, and down to which they are dropped beyond that. */
export const MAX_STORED_CHARS = 2_500_000
export const TARGET_STORED_CHARS = 2_000_000

/**
 * Drops kept replies, the oldest first, until those left come to at most `most` characters. Returns how many characters
 * each of them takes, as the storage has it now: other tabs write there, too.
 */
export function dropOldest(storage: Storage, most: number): Map<string, number> {
  const kept = storageKeys(storage, CHECK_PREFIX).map(key => {
    const text = storage.getItem(key) ?? ''
    return { key, size: key.length + text.length, at: Number(/^\{"v":\d,"at":(\d+)/.exec(text)?.[1] ?? 0) }
  })
  const left = new Map(kept.sort((a, b) => a.at - b.at).map(({ key, size }) => [key, size]))
  let total = charactersOf(left)
  for (const { key, size } of kept) {
    if (total <= most) break
    storage.removeItem(key)
    left.delete(key)
    total -= size
  }
  return left
}

/** The characters that kept replies take together. */
export function charactersOf(sizes: ReadonlyMap<string, number>): number {
  let total = 0
  for (const size of sizes.values()) total += size
  return total
}

/** The same storage, in which kept replies make room for whatever else no longer fits. */
export function withRoom(storage: Storage): Storage {
  /** Writes once kept replies come to at most `most` characters, half of that if it does not fit, and so on. */
  function squeeze(key: string, value: string, most: number) {
    const left = charactersOf(dropOldest(storage, Math.max(0, most)))
    try {
      storage.setItem(key, value)
    } catch (error) {
      if (left === 0 || !isFull(error)) throw error
      squeeze(key, value, left / 2)
    }
  }

  return {
    get length() {
      return storage.length
    },
    key: index => storage.key(index),
    getItem: key => storage.getItem(key),
    removeItem: key => storage.removeItem(key),
    clear: () => storage.clear(),
    setItem(key, value) {
      try {
        storage.setItem(key, value)
      } catch (error) {
        if (!isFull(error)) throw error
        const kept = charactersOf(dropOldest(storage, Number.POSITIVE_INFINITY))
        squeeze(key, value, Math.min(TARGET_STORED_CHARS, kept - key.length - value.length))
      }
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && /quota/i.test(error.name)
}
