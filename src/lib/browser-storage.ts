import { attempt } from './attempt.ts'

/**
 * The browser's storage, or undefined where it cannot be read now (blocked cookies, a damaged profile). What is read
 * or written later may throw all the same.
 */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  return attempt(() => {
    const storage = globalThis[kind]
    if (storage.length > 0) storage.getItem(storage.key(0) ?? '')
    return storage
  })
}

/** A `Storage` that lives as long as the page: for the demonstration, and where the browser has none to offer. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: index => [...items.keys()][index] ?? null,
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, String(value)),
    removeItem: key => void items.delete(key),
    clear: () => items.clear(),
  }
}
