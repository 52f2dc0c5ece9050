import { createStore, type StoreApi } from 'zustand/vanilla'
import { attempt } from '../lib/attempt.ts'
import { API_KEY_KEY } from '../storage.ts'

/** The provider key that the user typed, for a server that has none of its own. */
export type ApiKeyStore = {
  get: () => string | undefined
  /** Trims and stores the key (`remember`: beyond the session); false if not printable ASCII without spaces. */
  set: (key: string, options: { remember: boolean }) => boolean
  forget: () => void
  subscribe: StoreApi<string | undefined>['subscribe']
}

/** A store over the browser's storages; where one is missing or blocked, the key lives in the page alone. */
export function createApiKeyStore(
  session: Storage | undefined,
  persistent: Storage | undefined,
): ApiKeyStore {
  const store = createStore<string | undefined>(() => load(session) ?? load(persistent))
  const clear = () => {
    for (const storage of [session, persistent]) attempt(() => storage?.removeItem(API_KEY_KEY))
  }
  return {
    get: store.getState,
    subscribe: store.subscribe,
    set(typed, { remember }) {
      const key = typed.trim()
      if (!isSendable(key)) return false
      clear()
      attempt(() => (remember ? persistent : session)?.setItem(API_KEY_KEY, key))
      store.setState(key, true)
      return true
    },
    forget() {
      clear()
      store.setState(undefined, true)
    },
  }
}

function load(storage: Storage | undefined): string | undefined {
  const key = attempt(() => storage?.getItem(API_KEY_KEY)) ?? ''
  return isSendable(key) ? key : undefined
}

/** Printable ASCII without spaces, as a header takes it. */
export function isSendable(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key)
}
