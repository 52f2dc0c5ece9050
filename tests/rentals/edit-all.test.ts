import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'

function board(...tokens: readonly string[]) {
  const storage = memoryStorage()
  const store = createTrackedStore(storage, () => 0)
  store.add(tokens.map(token => ({ token, name: token.toUpperCase(), tags: ['mai'] })))
  const tags = () => [...store.state.getState().rentals.values()].map(({ tags }) => tags.join(' '))
  return { storage, store, tags }
}

describe('editing many rentals', () => {
  test('changes each from what it was, in one update', () => {
    const { store, tags } = board('a', 'b', 'c')
    let updates = 0
    store.state.subscribe(() => {
      updates += 1
    })
    store.editAll(['a', 'c'], ({ token, tags }) => ({ tags: [...tags, token] }))
    expect(tags()).toEqual(['mai a', 'mai', 'mai c'])
    expect(updates).toBe(1)
  })

  test('leaves the rest of the rental alone', () => {
    const { store } = board('a')
    store.editAll(['a'], () => ({ tags: [] }))
    expect(store.state.getState().rentals.get('a')).toMatchObject({ name: 'A', tags: [] })
  })

  test('returns those that are followed, as they were', () => {
    const { store } = board('a', 'b')
    const before = store.editAll(['b', 'never followed'], () => ({ tags: ['juin'] }))
    expect(before.map(({ token, tags }) => ({ token, tags }))).toEqual([{ token: 'b', tags: ['mai'] }])
  })

  test('is there after a reload', () => {
    const { storage, store } = board('a', 'b')
    store.editAll(['a', 'b'], () => ({ tags: ['juin'] }))
    const again = createTrackedStore(storage, () => 0).state.getState().rentals
    expect([...again.values()].map(({ tags }) => tags)).toEqual([['juin'], ['juin']])
  })
})
