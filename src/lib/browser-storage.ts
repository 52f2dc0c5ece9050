import { attempt } from './attempt.ts'

/** Undefined where it cannot be read (blocked cookies, a damaged profile); later reads and writes may still throw. */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  return attempt(() => {
    const storage = globalThis[kind]
    if (storage.length > 0) storage.getItem(storage.key(0) ?? '')
    return storage
  })
}

/** Lives as long as the page: for the demonstration, and where the browser has no storage. */
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
