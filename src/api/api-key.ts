import * as z from 'zod/mini'
import { createStore } from 'zustand/vanilla'
import { attempt } from '../lib/attempt.ts'
import { API_KEY_KEY } from '../storage.ts'

/** The provider key that the user typed, for a server that has none of its own. */
export type ApiKeyStore = ReturnType<typeof createApiKeyStore>

/** What a tab tells the others of this browser: they share a key that is not stored, too. */
const messageSchema = z.object({ key: z.optional(z.string()), remember: z.boolean() })

/**
 * A store over the browser's storages; where one is missing or blocked, the key lives in the page alone. What one tab
 * does to the key is done in all of them, over `channel`.
 */
export function createApiKeyStore(
  session: Storage | undefined,
  persistent: Storage | undefined,
  channel?: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>,
) {
  const loadAll = () => load(session) ?? load(persistent)
  const store = createStore<string | undefined>(loadAll)

  function keep(storage: Storage | undefined, key: string | undefined) {
    attempt(() => storage?.removeItem(API_KEY_KEY))
    if (key !== undefined) attempt(() => storage?.setItem(API_KEY_KEY, key))
  }

  function change(key: string | undefined, remember: boolean) {
    attempt(() => channel?.postMessage({ key, remember }))
    keep(persistent, remember ? key : undefined)
    // A storage that is full remembers nothing: the session has it, then.
    keep(session, load(persistent) === key ? undefined : key)
    store.setState(key, true)
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const { data: message } = messageSchema.safeParse(data)
      if (message === undefined || !isSendable(message.key ?? 'none')) return
      keep(session, message.remember ? undefined : message.key)
      store.setState(message.key, true)
    }
  }
  return {
    get: store.getState,
    subscribe: store.subscribe,
    /** Trims and stores the key (`remember`: beyond the session); false if not printable ASCII without spaces. */
    set(typed: string, { remember }: { remember: boolean }) {
      const key = typed.trim()
      if (isSendable(key)) change(key, remember)
      return isSendable(key)
    },
    forget: () => change(undefined, false),
    /** Loads what another tab did to one storage key; null stands for all of them. */
    reload(key: string | null) {
      if (key === null || key === API_KEY_KEY) store.setState(loadAll(), true)
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
