// @vitest-environment jsdom
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { clearAddress, followAddress } from '../../src/board/follow-address.ts'
import { createPreferences } from '../../src/board/preferences.ts'
import { createView } from '../../src/board/view.ts'

function open(address: string) {
  history.replaceState(null, '', address)
  const view = createView()
  const preferences = createPreferences(undefined)
  const stop = followAddress({ view, preferences })
  onTestFinished(stop)
  const before = history.length
  return { view, preferences, stop, steps: () => history.length - before }
}

async function back() {
  const moved = new Promise(resolve => window.addEventListener('popstate', resolve, { once: true }))
  history.back()
  await moved
}

beforeEach(() => history.replaceState(null, '', '/'))

describe('a board', () => {
  test('opens with the filter of its address, which stays as it was written', () => {
    const { view, preferences, steps } = open('/?view=wall&tag=Soldes&sort=cost&status=nonsense#/map')
    expect([...view.state.getState().tags]).toEqual(['Soldes'])
    expect(preferences.state.getState().sort).toBe('cost')
    expect(location.href).toMatch(/\/\?view=wall&tag=Soldes&sort=cost&status=nonsense#\/map$/)
    expect(steps()).toBe(0)
  })

  test('writes each step of its filter, and «back» undoes it', async () => {
    const { view, steps } = open('/?demo#/costs')
    view.toggleTile('ready')
    view.toggleTag('Soldes')
    expect(location.href).toMatch(/\/\?demo&status=ready&tag=Soldes#\/costs$/)
    expect(steps()).toBe(2)
    await back()
    expect(view.state.getState().tags.size).toBe(0)
    expect([...view.state.getState().filter]).toEqual(['ready'])
    history.forward()
    await vi.waitFor(() => expect([...view.state.getState().tags]).toEqual(['Soldes']))
    view.clearFilter()
    expect(location.search).toBe('?demo')
  })

  test('gives an older step the user’s order, and makes no step of that', async () => {
    const { view, preferences, steps } = open('/')
    view.toggleTile('ready')
    preferences.set({ sort: 'name', sortReversed: false })
    expect(location.search).toBe('?status=ready&sort=name')
    const before = steps()
    await back()
    expect(view.state.getState().filter.size).toBe(0)
    expect(location.search).toBe('?sort=name')
    expect(steps()).toBe(before)
    history.forward()
    await vi.waitFor(() => expect([...view.state.getState().filter]).toEqual(['ready']))
  })

  test('makes one step of a search, however many letters it has', async () => {
    const { view, steps } = open('/')
    for (const query of ['l', 'li', 'lil', 'lill', 'lille']) view.search(query)
    await vi.waitFor(() => expect(location.search).toBe('?q=lille'))
    expect(steps()).toBe(1)
    await back()
    expect(view.state.getState().query).toBe('')
  })

  test('writes a search once it rests, not each letter of it', async () => {
    const { view } = open('/')
    const replace = vi.spyOn(history, 'replaceState')
    for (const query of ['l', 'li', 'lil', 'lill', 'lille']) view.search(query)
    await vi.waitFor(() => expect(location.search).toBe('?q=lille'))
    expect(replace).toHaveBeenCalledTimes(1)
  })

  test('takes a search that is lifted out of the address at once', () => {
    const { view } = open('/?q=lille&tag=Soldes')
    view.clearFilter()
    expect(location.search).toBe('')
  })

  test.each<[string, Event]>([
    ['Enter', new KeyboardEvent('keydown', { key: 'Enter' })],
    ['a press', new Event('pointerdown')],
  ])('has written the whole search before %s leads away', async (_, event) => {
    const { view } = open('/')
    for (const query of ['l', 'li', 'lille']) view.search(query)
    window.dispatchEvent(event)
    location.hash = '#/map'
    expect(location.search).toBe('?q=lille')
    await back()
    expect(view.state.getState().query).toBe('lille')
  })

  test('loses no letter to a step within the list that comes while a search is typed', async () => {
    const { view } = open('/')
    view.search('l')
    view.search('lille')
    location.hash = '#/map'
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(view.state.getState().query).toBe('lille')
    await vi.waitFor(() => expect(location.search).toBe('?q=lille'))
  })

  test('leaves the address alone once it is over, whatever was typed last', async () => {
    const { view, stop } = open('/')
    view.search('l')
    view.search('lille')
    stop()
    clearAddress()
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(location.search).toBe('')
  })

  test('writes its order, but for the plain one', () => {
    const { preferences, steps } = open('/')
    preferences.set({ sort: 'name' })
    expect(location.search).toBe('?sort=name')
    preferences.set({ sort: 'need' })
    expect(location.search).toBe('')
    expect(steps()).toBe(0)
  })

  test.each([
    ['/?demo&tag=Soldes&q=a#/map', '/#/map'],
    ['/?demo=&view=wall&q=a', '/?view=wall'],
  ])('leaves no filter of %s to the board that comes after it, and no demonstration', (address, left) => {
    open(address)
    clearAddress()
    expect(location.href).toBe(location.origin + left)
  })
})
