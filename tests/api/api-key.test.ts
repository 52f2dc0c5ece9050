// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'

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
