// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'

const STORAGE_KEY = 'rental-board:key'

function blocked(): Storage {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  return { length: 0, clear: refuse, getItem: refuse, key: refuse, removeItem: refuse, setItem: refuse }
}

afterEach(() => vi.restoreAllMocks())

describe('the key that the user typed', () => {
  test('is absent at first', () => {
    expect(createApiKeyStore(sessionStorage, localStorage).get()).toBeUndefined()
  })

  test.each([
    [false, 'k3y', null],
    [true, null, 'k3y'],
  ])('remembered: %j, is kept in one storage and trimmed', (remember, inSession, inLocal) => {
    const store = createApiKeyStore(sessionStorage, localStorage)
    expect(store.set(' k3y\n', { remember })).toBe(true)
    expect(store.get()).toBe('k3y')
    expect(sessionStorage.getItem(STORAGE_KEY)).toBe(inSession)
    expect(localStorage.getItem(STORAGE_KEY)).toBe(inLocal)
  })

  test.each([true, false])('remembered: %j, is there after a reload', remember => {
    createApiKeyStore(sessionStorage, localStorage).set('k3y', { remember })
    expect(createApiKeyStore(sessionStorage, localStorage).get()).toBe('k3y')
  })

  test('leaves the other storage when it is set again', () => {
    const store = createApiKeyStore(sessionStorage, localStorage)
    store.set('old', { remember: true })
    store.set('new', { remember: false })
    expect(localStorage.getItem(STORAGE_KEY)).toBeNull()
    expect(createApiKeyStore(sessionStorage, localStorage).get()).toBe('new')
  })

  test.each([undefined, 'old'])(
    'outlives a reload where the storage that is to remember it is full and holds %j',
    before => {
      const full = memoryStorage()
      if (before !== undefined) full.setItem(STORAGE_KEY, before)
      vi.spyOn(full, 'setItem').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError')
      })
      createApiKeyStore(sessionStorage, full).set('new', { remember: true })
      expect(createApiKeyStore(sessionStorage, full).get()).toBe('new')
    },
  )

  test('is gone from everywhere once forgotten', () => {
    sessionStorage.setItem(STORAGE_KEY, 'a')
    localStorage.setItem(STORAGE_KEY, 'b')
    const store = createApiKeyStore(sessionStorage, localStorage)
    store.forget()
    expect(store.get()).toBeUndefined()
    expect(createApiKeyStore(sessionStorage, localStorage).get()).toBeUndefined()
  })

  test.each(['', ' \n', 'a b', 'clé', 'a\u200bb', 'a\nb'])(
    'is refused as %j, and the old one stays',
    typed => {
      const store = createApiKeyStore(sessionStorage, localStorage)
      store.set('k3y', { remember: true })
      expect(store.set(typed, { remember: false })).toBe(false)
      expect(store.get()).toBe('k3y')
      expect(localStorage.getItem(STORAGE_KEY)).toBe('k3y')
    },
  )

  test('is not read from a storage that holds something else', () => {
    sessionStorage.setItem(STORAGE_KEY, 'not a key')
    localStorage.setItem(STORAGE_KEY, 'k3y')
    expect(createApiKeyStore(sessionStorage, localStorage).get()).toBe('k3y')
  })

  test.each([
    ['missing', () => undefined],
    ['blocked', blocked],
  ])('lives in the page when the storages are %s', (_, storage) => {
    const store = createApiKeyStore(storage(), storage())
    expect(store.set('k3y', { remember: true })).toBe(true)
    expect(store.get()).toBe('k3y')
    store.forget()
    expect(store.get()).toBeUndefined()
  })

  test('tells its subscribers of a change', () => {
    const store = createApiKeyStore(sessionStorage, localStorage)
    const heard = vi.fn<(key: string | undefined) => void>()
    const leave = store.subscribe(heard)
    store.set('k3y', { remember: false })
    store.forget()
    leave()
    store.set('k3y', { remember: false })
    expect(heard.mock.calls.map(([key]) => key)).toEqual(['k3y', undefined])
  })
})

describe('in several tabs', () => {
  type Tab = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>

  /** Tabs of one browser: each has its own session, all share what is remembered. */
  function openTabs(count: number) {
    const shared = memoryStorage()
    const channels: Tab[] = []
    return Array.from({ length: count }, () => {
      const session = memoryStorage()
      const channel: Tab = {
        onmessage: null,
        postMessage(data: unknown) {
          for (const other of channels) {
            const event = new MessageEvent('message', { data: structuredClone(data) })
            if (other !== channel) other.onmessage?.call(new BroadcastChannel(''), event)
          }
        },
      }
      channels.push(channel)
      return { ...createApiKeyStore(session, shared, channel), session, shared, channel }
    })
  }

  const keysOf = (tabs: readonly { get: () => string | undefined }[]) => tabs.map(({ get }) => get())

  test.each([true, false])('a key typed in one is that of all, remembered: %j', remember => {
    const tabs = openTabs(3)
    tabs[1]?.set('k3y', { remember })
    expect(keysOf(tabs)).toEqual(['k3y', 'k3y', 'k3y'])
    for (const { session, shared } of tabs) {
      expect([session, shared].map(storage => storage.getItem(STORAGE_KEY))).toEqual(
        remember ? [null, 'k3y'] : ['k3y', null],
      )
    }
  })

  test.each([
    [true, false],
    [false, true],
    [true, true],
    [false, false],
  ])('another one takes its place in all, remembered before: %j, now: %j', (before, now) => {
    const tabs = openTabs(2)
    tabs[0]?.set('old', { remember: before })
    tabs[1]?.set('new', { remember: now })
    expect(keysOf(tabs)).toEqual(['new', 'new'])
    for (const { session, shared } of tabs) expect(createApiKeyStore(session, shared).get()).toBe('new')
  })

  test.each([true, false])('one that is forgotten is gone from all, remembered: %j', remember => {
    const tabs = openTabs(3)
    tabs[0]?.set('k3y', { remember })
    tabs[2]?.forget()
    expect(keysOf(tabs)).toEqual([undefined, undefined, undefined])
    for (const { session, shared } of tabs) expect(createApiKeyStore(session, shared).get()).toBeUndefined()
  })

  test('is what the storage says, where there are no channels', () => {
    const [first, second] = [
      createApiKeyStore(undefined, localStorage),
      createApiKeyStore(undefined, localStorage),
    ]
    first.set('k3y', { remember: true })
    second.reload('other')
    expect(second.get()).toBeUndefined()
    second.reload(STORAGE_KEY)
    expect(second.get()).toBe('k3y')
    localStorage.clear()
    second.reload(null)
    expect(second.get()).toBeUndefined()
  })

  test.each([
    [null],
    [{}],
    [{ key: 5, remember: true }],
    [{ key: 'clé', remember: true }],
    [{ key: '', remember: false }],
  ])('what no board said is passed over: %j', data => {
    const [first, second] = openTabs(2)
    first?.set('k3y', { remember: false })
    first?.channel.postMessage(data)
    expect(second?.get()).toBe('k3y')
  })
})
