import { describe, expect, test } from 'vitest'
import { createPreferences } from '../../src/board/preferences.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'

const PREFERENCES_KEY = 'rental-board:v1:preferences'

const defaults = {
  theme: 'system',
  language: 'system',
  sort: 'need',
  sortReversed: false,
  pace: 10_000,
  rate: 2,
  paused: false,
  notifications: false,
  sound: false,
  singleKeys: true,
  interests: {},
}

const selected = {
  theme: 'dark',
  language: 'en',
  sort: 'cost',
  sortReversed: true,
  pace: 30_000,
  rate: 0.5,
  paused: true,
  notifications: true,
  sound: true,
  singleKeys: false,
  interests: { '12': 'Jardinage' },
} as const

const initial = createPreferences(undefined).state.getState()

function storedAs(text: string): Storage {
  const storage = memoryStorage()
  storage.setItem(PREFERENCES_KEY, text)
  return storage
}

describe('the preferences', () => {
  test('begin with the defaults', () => {
    expect(initial).toMatchObject(defaults)
    expect(initial.interests).toEqual({})
    expect(createPreferences(memoryStorage()).state.getState()).toEqual(initial)
  })

  test('are kept for the next time', () => {
    const storage = memoryStorage()
    const preferences = createPreferences(storage)
    preferences.set({ theme: 'dark' })
    preferences.set({ ...selected, theme: 'light' })
    expect(createPreferences(storage).state.getState()).toEqual({ ...initial, ...selected, theme: 'light' })
  })

  test.each(['', 'null', '[]', '"dark"', '{"theme":'])('are the defaults where %j is stored', text => {
    expect(createPreferences(storedAs(text)).state.getState()).toEqual(initial)
  })

  test.each([
    ['theme', 'blue'],
    ['language', 'de'],
    ['sort', null],
    ['sortReversed', 1],
    ['pace', 10_001],
    ['pace', '10000'],
    ['rate', 0.1],
    ['rate', 11],
    ['rate', null],
    ['paused', 'yes'],
    ['notifications', 1],
    ['sound', undefined],
    ['singleKeys', 0],
    ['interests', ['Jardin']],
    ['interests', { 12: 7 }],
  ])('take the default for a %s of %j and keep the rest', (name, value) => {
    const storage = storedAs(JSON.stringify({ ...selected, [name]: value }))
    expect(createPreferences(storage).state.getState()).toEqual({
      ...initial,
      ...selected,
      ...Object.fromEntries(Object.entries(defaults).filter(([key]) => key === name)),
    })
  })

  test('lose no name of an interest by a bad one among them', () => {
    const storage = storedAs('{"interests":{"12":"Jardin","13":7,"14":null}}')
    expect(createPreferences(storage).state.getState().interests).toEqual({ 12: 'Jardin' })
  })

  test('are the defaults where more is stored than anybody chose', () => {
    const storage = storedAs(JSON.stringify({ ...selected, interests: { 12: 'x'.repeat(1_000_000) } }))
    expect(createPreferences(storage).state.getState()).toEqual(initial)
  })

  test('hold in the page when the storage takes nothing', () => {
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    const preferences = createPreferences(Object.assign(memoryStorage(), { setItem: refuse }))
    preferences.set({ theme: 'dark' })
    expect(preferences.state.getState().theme).toBe('dark')
  })

  test.each([
    [PREFERENCES_KEY, 'dark'],
    [null, 'dark'],
    ['rental-board:key', 'system'],
  ])('of another tab are taken over when %j changes: %s', (key, theme) => {
    const storage = memoryStorage()
    const preferences = createPreferences(storage)
    createPreferences(storage).set({ theme: 'dark' })
    preferences.reload(key)
    expect(preferences.state.getState().theme).toBe(theme)
  })
})
