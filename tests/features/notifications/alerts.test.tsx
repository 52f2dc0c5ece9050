import { act } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Preferences } from '../../../src/board/preferences.ts'
import { melodies, playChime } from '../../../src/features/notifications/chime.ts'
import { useAlerts } from '../../../src/features/notifications/use-alerts.ts'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'
import { rentalWith } from '../../rentals/samples.ts'
import { fakeAudio } from './fake-audio.ts'
import { change, pass } from './fake-changes.ts'
import { fakeNotifications, fakePhone } from './fake-notifications.ts'

beforeEach(() => {
  vi.useFakeTimers()
  network.use(...statusHandlers({ lookup: () => undefined }))
  history.replaceState(null, '', '/')
})

function Alerts() {
  useAlerts()
  return null
}

const tokens = ['a', 'b', 'c', 'd', 'e']

function open(wanted: Partial<Preferences>) {
  const board = renderBoard(<Alerts />, french, ...tokens)
  board.preferences.set(wanted)
  return board
}

describe('a desktop notification', () => {
  test('says the rental in a sentence, and opens it when pressed', async () => {
    const posted = fakeNotifications('granted')
    const focus = vi.spyOn(window, 'focus').mockReturnValue()
    const board = open({ notifications: true })
    act(() => board.tracked.edit('a', { name: 'Soldes d’été Lille' }))
    const rental = rentalWith({
      targeting: { sex: 'women', minAge: 31, maxAge: 49, zipcodes: [], departments: [] },
      cost: { quantity: 1_200, total: '108.00' },
    })
    vi.spyOn(board.rentalCache, 'reply').mockReturnValue({ rental, at: board.now() })
    change(board, { a: 'ready' })
    await pass(1_000)
    expect(posted.map(({ title }) => withPlainSpaces(title))).toEqual(['Soldes d’été Lille : Prête'])
    expect(withPlainSpaces(posted[0]?.body ?? '')).toBe('1 200 femmes de 31 à 49 ans, pour 108,00 €')
    posted[0]?.click()
    expect(focus).toHaveBeenCalledOnce()
    expect(location.hash).toBe('#/location/a')
    expect(posted[0]?.isClosed).toBe(true)
  })

  test.each([
    ['a detail', { a: 'ready' }, '/?demo=#/location/a', []],
    ['a list', { a: 'ready', b: 'ready', c: 'ready', d: 'failed' }, '/?demo=#/', ['ready', 'failed']],
  ] as const)('leads from the wall to %s on the board', async (_, changes, address, filter) => {
    history.replaceState(null, '', '/?demo&view=wall')
    const posted = fakeNotifications('granted')
    vi.spyOn(window, 'focus').mockReturnValue()
    const board = open({ notifications: true })
    change(board, changes)
    await pass(1_000)
    act(() => posted[0]?.click())
    expect(location.href).toBe(new URL(address, location.origin).href)
    expect([...board.view.state.getState().filter]).toEqual(filter)
  })

  test.each([
    ['the user does not want any', { notifications: false }, 'granted', 'ready'],
    ['the browser does not allow any', { notifications: true }, 'denied', 'ready'],
    ['it is no news', { notifications: true }, 'granted', 'downloaded'],
  ] as const)('does not come when %s', async (_, wanted, permission, to) => {
    const posted = fakeNotifications(permission)
    change(open(wanted), { a: to })
    await pass(1_000)
    expect(posted).toEqual([])
  })

  test('does not come from a tab that leaves the checks to another', async () => {
    const posted = fakeNotifications('granted')
    const board = open({ notifications: true })
    const following = { ...board.poller.status.getState(), leading: false }
    vi.spyOn(board.poller.status, 'getState').mockReturnValue(following)
    change(board, { a: 'ready' })
    await pass(1_000)
    expect(posted).toEqual([])
  })

  test('is missed without a fuss where the browser has none after all', async () => {
    fakePhone()
    change(open({ notifications: true }), { a: 'ready' })
    await pass(1_000)
    expect(location.hash).toBe('')
  })

  test('is one of each up to three, then one for all, however they come', async () => {
    const posted = fakeNotifications('granted')
    const board = open({ notifications: true })
    for (const token of tokens) {
      change(board, { [token]: 'ready' })
      await pass(1_500)
    }
    expect(posted.map(({ title }) => withPlainSpaces(title))).toEqual([
      'a : Prête',
      'b : Prête',
      'c : Prête',
      '4 locations sont prêtes',
      '5 locations sont prêtes',
    ])
    expect(posted.map(({ isClosed }) => isClosed)).toEqual([true, true, true, false, false])
    expect(posted[4]?.tag).toBe(posted[3]?.tag)
    expect(posted[4]?.body).toBe('a, b, c, d, e')
    posted[4]?.click()
    expect(location.hash).toBe('#/')
  })

  test('stands by itself again after a quiet moment', async () => {
    const posted = fakeNotifications('granted')
    const board = open({ notifications: true })
    change(board, { a: 'ready', b: 'ready', c: 'ready' })
    await pass(12_000)
    change(board, { d: 'failed' })
    await pass(1_000)
    expect(withPlainSpaces(posted[3]?.title ?? '')).toBe('d : Échouée')
    expect(posted.some(({ isClosed }) => isClosed)).toBe(false)
  })
})

describe('the sound', () => {
  test.each([
    ['rises for what is ready', 'ready', melodies.good],
    ['falls for what failed', 'failed', melodies.bad],
    ['falls for what is lost', 'not-found', melodies.bad],
    ['is silent for the rest', 'downloaded', []],
  ] as const)('%s', async (_, to, notes) => {
    const struck = fakeAudio()
    change(open({ sound: true }), { a: to })
    await pass(1_000)
    expect(struck).toEqual(notes)
  })

  test('is heard only if the user wants it', async () => {
    const struck = fakeAudio()
    change(open({ notifications: true }), { a: 'ready' })
    await pass(1_000)
    expect(struck).toEqual([])
  })

  test('rests a while, however much happens', async () => {
    const struck = fakeAudio()
    const board = open({ sound: true })
    for (const token of tokens.slice(0, 3)) {
      change(board, { [token]: 'ready' })
      await pass(1_500)
    }
    expect(struck).toEqual(melodies.good)
    await pass(5_000)
    change(board, { d: 'failed' })
    await pass(1_000)
    expect(struck).toEqual([...melodies.good, ...melodies.bad])
  })

  test.each([
    ['plays where it may', {}, true],
    ['gives up on a browser that refuses', { refuses: true }, false],
    ['does not try before the user touched the page', { wasTouched: false }, false],
  ])('%s', async (_, browser, expected) => {
    const struck = fakeAudio(browser)
    const played = playChime([440])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await played).toBe(expected)
    expect(struck).toEqual(expected ? [440] : [])
  })

  test('is not there in a browser without sound', async () => {
    expect(await playChime([440])).toBe(false)
  })
})
