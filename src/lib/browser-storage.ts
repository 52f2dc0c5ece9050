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
