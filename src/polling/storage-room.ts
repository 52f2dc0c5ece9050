import { CHECK_PREFIX, storageKeys } from '../storage.ts'

/** Characters down to which kept replies are dropped when there are too many. */
export const TARGET_STORED_CHARS = 2_000_000

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

/** The same storage, in which kept replies make room for whatever else no longer fits. */
export function withRoom(storage: Storage): Storage {
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
          return storage.setItem(key, value)
        } catch (error) {
          const isFull = error instanceof DOMException && /quota/i.test(error.name)
          if (!isFull || left === 0) throw error
          const all = left ?? dropOldest(storage, Number.POSITIVE_INFINITY)
          const most =
            left === undefined ? Math.min(TARGET_STORED_CHARS, all - key.length - value.length) : all / 2
          left = dropOldest(storage, Math.max(0, most))
        }
      }
    },
  }
}
