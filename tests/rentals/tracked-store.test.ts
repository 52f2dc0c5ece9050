// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { serialize, storageKey } from '../../src/rentals/tracked-rental.ts'
import { createTrackedStore, type TrackedStore } from '../../src/rentals/tracked-store.ts'
import { anyToken } from './any-token.ts'

/** A list over `storage` in which every reading of the clock is a second later than the one before. */
function storeOn(storage: Storage | undefined, openedAt = 0) {
  let time = openedAt
  return createTrackedStore(storage, () => {
    time += 1_000
    return time
  })
}

function tokensOf({ state }: TrackedStore) {
  return [...state.getState().rentals.keys()]
}

function follow(store: TrackedStore, ...tokens: readonly string[]) {
  store.add(tokens.map(token => ({ token })))
}

/** A storage that still reads, and takes nothing more. */
function fullStorage(storage = memoryStorage()): Storage {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
  return Object.assign(storage, { setItem: refuse, removeItem: refuse })
}

describe('following', () => {
  test('keeps the order of each paste, later ones below', () => {
    const store = storeOn(memoryStorage())
    follow(store, 'c', 'a')
    follow(store, 'b')
    expect(tokensOf(store)).toEqual(['c', 'a', 'b'])
  })

  test('keeps name, tags and time', () => {
    const store = storeOn(memoryStorage())
    store.add([{ token: 'a', name: 'Oise', tags: ['mai'] }, { token: 'b' }])
    const { rentals } = store.state.getState()
    expect(rentals.get('a')).toEqual({ token: 'a', name: 'Oise', tags: ['mai'], addedAt: 1_000, place: 0 })
    expect(rentals.get('b')).toEqual({ token: 'b', name: undefined, tags: [], addedAt: 1_000, place: 1 })
  })

  test('leaves those already followed as they are', () => {
    const store = storeOn(memoryStorage())
    store.add([{ token: 'a', name: 'Oise' }])
    store.add([{ token: 'b' }, { token: 'a', name: 'Aisne' }])
    expect(tokensOf(store)).toEqual(['a', 'b'])
    expect(store.state.getState().rentals.get('a')?.name).toBe('Oise')
  })

  test('takes a token that is named twice once, as it first stood', () => {
    const store = storeOn(memoryStorage())
    store.add([{ token: 'a', name: 'Oise' }, { token: 'b' }, { token: 'a', name: 'Aisne' }])
    expect(tokensOf(store)).toEqual(['a', 'b'])
    expect(store.state.getState().rentals.get('a')?.name).toBe('Oise')
  })

  test('changes name and tags, each without the other, and keeps the place', () => {
    const store = storeOn(memoryStorage())
    follow(store, 'a', 'b')
    store.edit('a', { name: 'Oise' })
    store.edit('a', { tags: ['mai'] })
    expect(store.state.getState().rentals.get('a')).toMatchObject({ name: 'Oise', tags: ['mai'] })
    store.edit('a', { name: undefined })
    expect(store.state.getState().rentals.get('a')).toMatchObject({ name: undefined, tags: ['mai'] })
    expect(tokensOf(store)).toEqual(['a', 'b'])
  })

  test('changes nothing of a rental that is not followed', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    store.edit('a', { name: 'Oise' })
    expect(tokensOf(store)).toEqual([])
    expect(storage.length).toBe(0)
  })

  test('gives a removed rental back in its place, with its name', () => {
    const store = storeOn(memoryStorage())
    follow(store, 'a', 'b', 'c')
    store.edit('b', { name: 'Oise' })
    const removed = store.remove(['b', 'never followed'])
    expect(tokensOf(store)).toEqual(['a', 'c'])
    follow(store, 'd')
    store.restore(removed)
    expect(tokensOf(store)).toEqual(['a', 'b', 'c', 'd'])
    expect(store.state.getState().rentals.get('b')?.name).toBe('Oise')
  })
})

describe('after a reload', () => {
  test('the list is as it was', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'c', 'a', 'b')
    store.edit('a', { name: 'Oise', tags: ['mai', 'été'] })
    store.remove(['b'])
    expect([...storeOn(storage).state.getState().rentals]).toEqual([...store.state.getState().rentals])
    expect(storeOn(storage).state.getState()).toMatchObject({ saveFailed: false, quarantined: 0 })
  })

  test('a rental given back is in its place', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a', 'b', 'c')
    store.restore(store.remove(['a', 'b']))
    expect(tokensOf(storeOn(storage))).toEqual(['a', 'b', 'c'])
  })

  test('any list of tokens is there, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(anyToken)), pastes => {
        const storage = memoryStorage()
        const store = storeOn(storage)
        for (const tokens of pastes) follow(store, ...tokens)
        expect(tokensOf(store)).toEqual([...new Set(pastes.flat())])
        expect(tokensOf(storeOn(storage))).toEqual(tokensOf(store))
      }),
    )
  })

  test('what stands in the browser’s storage is read, and nothing else of it', () => {
    localStorage.setItem('rental-board:key', 'k3y')
    localStorage.setItem('other', '{}')
    follow(storeOn(localStorage), 'a', 'b')
    expect(tokensOf(storeOn(localStorage))).toEqual(['a', 'b'])
    expect(localStorage.getItem('rental-board:key')).toBe('k3y')
    expect(localStorage.getItem('other')).toBe('{}')
  })
})

describe('an entry that cannot be read', () => {
  const rental = { token: 'b', tags: [], addedAt: 1_000, place: 1 }

  test.each([
    ['no JSON', '{"v":1,'],
    ['of a version before all', '{"v":0}'],
    ['the entry of another token', serialize({ ...rental, token: 'c' })],
  ])('(%s) is kept aside, said once, and leaves the others alone', (_, text) => {
    const storage = memoryStorage()
    follow(storeOn(storage), 'a', 'b', 'd')
    const intact = storage.getItem(storageKey('a'))
    storage.setItem(storageKey('b'), text)

    const store = storeOn(storage)
    expect(tokensOf(store)).toEqual(['a', 'd'])
    expect(store.state.getState().quarantined).toBe(1)
    expect(storage.getItem(storageKey('b'))).toBeNull()
    expect(storage.getItem(`rental-board:aside:${storageKey('b')}`)).toBe(text)
    expect(storage.getItem(storageKey('a'))).toBe(intact)
    expect(storeOn(storage).state.getState().quarantined).toBe(0)
  })

  test('comes back once it can be read, but not over what was followed anew', () => {
    const storage = memoryStorage()
    const aside = (token: string) => `rental-board:aside:${storageKey(token)}`
    follow(storeOn(storage), 'a')
    const own = storage.getItem(storageKey('a'))
    const [b, c] = ['b', 'c'].map(token => serialize({ ...rental, token, name: `Nom de ${token}` }))
    storage.setItem(aside('a'), serialize({ ...rental, token: 'a', name: 'de côté' }))
    storage.setItem(aside('b'), b ?? '')
    storage.setItem(aside('c'), `${c}}`)
    const store = storeOn(storage)
    expect(tokensOf(store)).toEqual(['a', 'b'])
    expect(store.state.getState().rentals.get('b')?.name).toBe('Nom de b')
    expect(storage.getItem(storageKey('a'))).toBe(own)
    expect(['a', 'b', 'c'].map(token => storage.getItem(aside(token)) !== null)).toEqual([true, false, true])
  })

  test('can be followed anew', () => {
    const storage = memoryStorage()
    storage.setItem(storageKey('b'), 'broken')
    const store = storeOn(storage)
    follow(store, 'b')
    expect(tokensOf(storeOn(storage))).toEqual(['b'])
  })

  test('stays where it is in a storage that takes nothing, and is still said', () => {
    const storage = memoryStorage()
    follow(storeOn(storage), 'a')
    storage.setItem(storageKey('b'), 'broken')
    const store = storeOn(fullStorage(storage))
    expect(tokensOf(store)).toEqual(['a'])
    expect(store.state.getState().quarantined).toBe(1)
    expect(storage.getItem(storageKey('b'))).toBe('broken')
  })
})

describe('a save that fails', () => {
  test('is said, and the list works on in the page', () => {
    const storage = memoryStorage()
    follow(storeOn(storage), 'a')
    const store = storeOn(fullStorage(storage))
    expect(store.state.getState().saveFailed).toBe(false)
    follow(store, 'b', 'c')
    store.edit('b', { name: 'Oise' })
    expect(store.state.getState().saveFailed).toBe(true)
    store.restore(store.remove(['b']))
    expect(tokensOf(store)).toEqual(['a', 'b', 'c'])
  })

  test.each<[string, (store: TrackedStore) => void]>([
    ['following', store => follow(store, 'b')],
    ['changing', store => store.edit('a', { name: 'Oise' })],
    ['removing', store => store.remove(['a'])],
  ])('while %s is said', (_, act) => {
    const storage = memoryStorage()
    follow(storeOn(storage), 'a')
    const store = storeOn(fullStorage(storage))
    act(store)
    expect(store.state.getState().saveFailed).toBe(true)
  })

  test('is made up for by the next one that works, and no longer said', () => {
    const storage = memoryStorage()
    const { setItem, removeItem } = storage
    follow(storeOn(storage), 'a')
    const store = storeOn(fullStorage(storage))
    follow(store, 'b', 'c')
    store.remove(['a'])
    expect(tokensOf(storeOn(storage))).toEqual(['a'])
    Object.assign(storage, { setItem, removeItem })
    store.edit('c', { name: 'Oise' })
    expect(store.state.getState().saveFailed).toBe(false)
    expect([...storeOn(storage).state.getState().rentals]).toEqual([...store.state.getState().rentals])
  })

  test('is still said while any rental is not saved', () => {
    const storage = memoryStorage()
    const { setItem } = storage
    const setSmall = (key: string, text: string) => {
      if (text.length > 200) throw new DOMException('', 'QuotaExceededError')
      setItem(key, text)
    }
    const store = storeOn(Object.assign(storage, { setItem: setSmall }))
    store.add([{ token: 'a', name: 'x'.repeat(200) }, { token: 'b' }])
    follow(store, 'c')
    expect(store.state.getState().saveFailed).toBe(true)
    expect(tokensOf(storeOn(storage))).toEqual(['b', 'c'])
    store.edit('a', { name: 'Oise' })
    expect(store.state.getState().saveFailed).toBe(false)
  })

  test('is said from the start where there is no storage', () => {
    const store = storeOn(undefined)
    expect(store.state.getState().saveFailed).toBe(true)
    follow(store, 'a', 'b')
    store.remove(['a'])
    store.reload(null)
    expect(tokensOf(store)).toEqual(['b'])
  })
})

describe('a storage that can no longer be read', () => {
  const refuse = () => {
    throw new DOMException('', 'NS_ERROR_FILE_CORRUPTED')
  }

  test('costs the rentals that it refuses, and no other', () => {
    const storage = memoryStorage()
    const { getItem } = storage
    follow(storeOn(storage), 'a', 'b')
    const store = storeOn(
      Object.assign(storage, {
        getItem: (key: string) => (key === storageKey('a') ? refuse() : getItem(key)),
      }),
    )
    expect(tokensOf(store)).toEqual(['b'])
    expect(store.state.getState().quarantined).toBe(1)
  })

  test('leaves the list in the page', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a')
    Object.assign(storage, { getItem: refuse, key: refuse })
    store.reload(storageKey('a'))
    expect(tokensOf(store)).toEqual(['a'])
    expect(tokensOf(storeOn(storage))).toEqual([])
  })
})

describe('two tabs over one storage', () => {
  /** Two lists that hear of each other's writes as two tabs do, by the key that was written. */
  function tabs() {
    const storage = memoryStorage()
    return [storeOn(storage, 0), storeOn(storage, 500)] as const
  }

  test('adding 200 tokens each in turn lose none of the 400', () => {
    const [one, two] = tabs()
    const names = (tab: string) => Array.from({ length: 200 }, (_, index) => `${tab}-${index}`)
    for (const [index, token] of names('one').entries()) {
      follow(one, token)
      follow(two, `two-${index}`)
    }
    for (const token of names('two')) one.reload(storageKey(token))
    for (const token of names('one')) two.reload(storageKey(token))
    expect(tokensOf(one)).toHaveLength(400)
    expect(tokensOf(two)).toEqual(tokensOf(one))
  })

  test('see each other’s names and removals', () => {
    const [one, two] = tabs()
    follow(one, 'a', 'b')
    two.reload(storageKey('a'))
    two.reload(storageKey('b'))
    two.edit('a', { name: 'Oise' })
    two.remove(['b'])
    one.reload(storageKey('a'))
    one.reload(storageKey('b'))
    expect(tokensOf(one)).toEqual(['a'])
    expect(one.state.getState().rentals.get('a')?.name).toBe('Oise')
  })

  test('see what a third has cleared', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a', 'b')
    storage.removeItem(storageKey('a'))
    store.reload(null)
    expect(tokensOf(store)).toEqual(['b'])
    storage.clear()
    store.reload(null)
    expect(tokensOf(store)).toEqual([])
  })

  test.each(['rental-board:key', 'other'])('take no notice of %s', key => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a')
    const before = store.state.getState()
    storage.setItem(key, serialize({ token: 'b', tags: [], addedAt: 1, place: 0 }))
    store.reload(key)
    expect(store.state.getState()).toBe(before)
  })

  test('list what they knew of a rental that another wrote in a form that they cannot read', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a', 'b')
    for (const text of ['{"v":2}', '{"v":2']) {
      storage.setItem(storageKey('a'), text)
      store.reload(storageKey('a'))
      expect(tokensOf(store)).toEqual(text.endsWith('}') ? ['a', 'b'] : ['b'])
      expect(storage.getItem(storageKey('a'))).toBe(text)
    }
  })
})

describe('what another tab cleared', () => {
  test('can be had again, until it is back', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a', 'b')
    const other = storeOn(storage)
    storage.clear()
    for (const tab of [store, other]) tab.reload(null)
    expect(tokensOf(store)).toEqual([])
    const { cleared } = store.state.getState()
    expect(cleared.map(({ token }) => token)).toEqual(['a', 'b'])

    store.restore(cleared)
    other.reload(storageKey('a'), storageKey('b'))
    for (const tab of [store, other, storeOn(storage)]) {
      expect(tokensOf(tab)).toEqual(['a', 'b'])
      expect(tab.state.getState().cleared).toEqual([])
    }
    store.remove(['a'])
    expect(store.state.getState().cleared).toEqual([])
  })

  test('is not lost by clearing again', () => {
    const storage = memoryStorage()
    const store = storeOn(storage)
    follow(store, 'a')
    storage.clear()
    for (let times = 0; times < 3; times += 1) store.reload(null)
    expect(store.state.getState().cleared.map(({ token }) => token)).toEqual(['a'])
  })
})
