import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { NoticeSettings } from '../../../src/features/settings/notice-settings.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { fakeAudio } from '../notifications/fake-audio.ts'
import { fakeNotifications, fakePhone } from '../notifications/fake-notifications.ts'

const desktop = () => screen.getByRole('switch', { name: 'Notifications du bureau' })
const sound = () => screen.getByRole('switch', { name: 'Son discret' })

function outcomes(): string[] {
  return screen.getAllByRole('status').map(({ textContent }) => withPlainSpaces(textContent ?? ''))
}

/** Presses it and waits for the browser's answer. */
async function press(element: HTMLElement) {
  await act(async () => fireEvent.click(element))
}

describe('the switch of the desktop notifications', () => {
  test('asks the browser, shows a first one and stays on', async () => {
    const posted = fakeNotifications('default', 'granted')
    const { preferences } = renderBoard(<NoticeSettings />, french)
    expect(desktop()).not.toBeChecked()
    await press(desktop())
    expect(desktop()).toBeChecked()
    expect(preferences.state.getState().notifications).toBe(true)
    expect(posted.map(({ title }) => title)).toEqual(['Les notifications sont activées'])
    await press(desktop())
    expect(desktop()).not.toBeChecked()
    expect(preferences.state.getState().notifications).toBe(false)
    expect(posted).toHaveLength(1)
  })

  test('stays off when the user says no, and says where that can be changed', async () => {
    fakeNotifications('default', 'denied')
    const { preferences } = renderBoard(<NoticeSettings />, french)
    expect(outcomes()).toEqual(['', ''])
    await press(desktop())
    expect(desktop()).not.toBeChecked()
    expect(desktop()).toBeEnabled()
    expect(preferences.state.getState().notifications).toBe(false)
    expect(outcomes()[0]).toContain('Le navigateur bloque les notifications de ce site')
    expect(desktop()).toHaveAccessibleDescription(/Le navigateur bloque/)
  })

  test('stays off when the browser puts the question off', async () => {
    fakeNotifications('default', 'default')
    const { preferences } = renderBoard(<NoticeSettings />, french)
    await press(desktop())
    expect(preferences.state.getState().notifications).toBe(false)
    expect(outcomes()).toEqual(['', ''])
  })

  test('is off while the browser blocks what the user once wanted', () => {
    fakeNotifications('denied')
    const { preferences } = renderBoard(<NoticeSettings />, french)
    act(() => preferences.set({ notifications: true }))
    expect(desktop()).not.toBeChecked()
  })

  test('cannot be pressed over plain http, and says why', () => {
    fakeNotifications('default')
    vi.stubGlobal('isSecureContext', false)
    renderBoard(<NoticeSettings />, french)
    expect(desktop()).toBeDisabled()
    expect(outcomes()[0]).toContain('il les réserve aux adresses en https')
  })

  test('cannot be pressed in a browser without notifications', () => {
    fakeNotifications('default')
    Reflect.deleteProperty(globalThis, 'Notification')
    renderBoard(<NoticeSettings />, french)
    expect(desktop()).toBeDisabled()
    expect(outcomes()[0]).toBe('Ce navigateur n’offre pas de notifications.')
  })

  test('finds out that a phone has none after all', async () => {
    fakePhone()
    const { preferences } = renderBoard(<NoticeSettings />, french)
    await press(desktop())
    expect(desktop()).not.toBeChecked()
    expect(desktop()).toBeDisabled()
    expect(preferences.state.getState().notifications).toBe(false)
    expect(outcomes()[0]).toBe('Ce navigateur n’offre pas de notifications.')
  })
})

describe('the switch of the sound', () => {
  test('is remembered', async () => {
    const { preferences } = renderBoard(<NoticeSettings />, french)
    await press(sound())
    expect(sound()).toBeChecked()
    expect(preferences.state.getState().sound).toBe(true)
  })

  test('can be tried', async () => {
    const struck = fakeAudio()
    renderBoard(<NoticeSettings />, french)
    await press(screen.getByRole('button', { name: 'Essayer' }))
    expect(struck).toEqual([659, 880])
    expect(outcomes()[1]).toBe('')
  })

  test('says when the browser plays nothing', async () => {
    renderBoard(<NoticeSettings />, french)
    await press(screen.getByRole('button', { name: 'Essayer' }))
    expect(outcomes()[1]).toContain('Le navigateur n’a pas joué le son')
  })
})
