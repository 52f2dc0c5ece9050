import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Toasts } from '../../../src/features/notifications/toasts.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'
import { change, pass } from './fake-changes.ts'

beforeEach(() => {
  vi.useFakeTimers()
  network.use(...statusHandlers({ lookup: () => undefined }))
  location.hash = ''
})

/** What the messages say, without the words of their buttons. */
function told(): string[] {
  return screen
    .queryAllByRole('group')
    .map(toast => withPlainSpaces(toast.querySelector('p')?.textContent ?? ''))
}

function open(...tokens: readonly string[]) {
  const board = renderBoard(<Toasts />, french, ...tokens)
  act(() => board.tracked.edit('a', { name: 'Soldes d’été Lille' }))
  return board
}

function setHidden(hidden: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

describe('a message about a rental', () => {
  test('says its name and its status, and is not announced twice', () => {
    const board = open('a')
    change(board, { a: 'ready' })
    expect(told()).toEqual(['Soldes d’été Lille : Prête'])
    expect(screen.queryByRole('status')).toBeNull()
  })

  test.each(['requested', 'generating', 'downloaded', 'unknown'] as const)('is not made of %s', state => {
    const board = open('a')
    change(board, { a: state })
    expect(told()).toEqual([])
  })

  test('opens the detail and goes', () => {
    const board = open('a')
    change(board, { a: 'failed' })
    fireEvent.click(screen.getByRole('button', { name: 'Voir Soldes d’été Lille' }))
    expect(location.hash).toBe('#/location/a')
    expect(told()).toEqual([])
  })

  test('can be closed, which leaves the focus among the messages', () => {
    const board = open('a', 'b')
    change(board, { a: 'ready', b: 'failed' })
    const close = screen.getByRole('button', { name: /^Fermer.*Lille/ })
    close.focus()
    fireEvent.click(close)
    expect(told()).toEqual(['b : Échouée'])
    expect(screen.getByRole('region', { name: 'Messages' })).toHaveFocus()
  })

  test('goes by itself after ten seconds', async () => {
    const board = open('a')
    change(board, { a: 'ready' })
    await pass(9_900)
    expect(told()).toHaveLength(1)
    await pass(200)
    expect(told()).toEqual([])
  })

  test.each([
    ['the pointer', 'pointerEnter', 'pointerLeave'],
    ['the focus', 'focus', 'blur'],
  ] as const)('waits for %s', async (_, comes, goes) => {
    const board = open('a')
    change(board, { a: 'ready' })
    fireEvent[comes](screen.getByRole('group'))
    await pass(60_000)
    expect(told()).toHaveLength(1)
    fireEvent[goes](screen.getByRole('group'))
    await pass(10_100)
    expect(told()).toEqual([])
  })

  test('waits until somebody can see it', async () => {
    const board = open('a')
    setHidden(true)
    change(board, { a: 'ready' })
    await pass(60_000)
    setHidden(false)
    expect(told()).toHaveLength(1)
    await pass(10_100)
    expect(told()).toEqual([])
  })

  test('goes when it no longer holds, or its rental is no longer followed', () => {
    const board = open('a', 'b')
    change(board, { a: 'ready', b: 'ready' })
    change(board, { a: 'downloaded' })
    expect(told()).toEqual(['b : Prête'])
    act(() => void board.tracked.remove(['b']))
    expect(told()).toEqual([])
  })

  test('goes with the page, and does not come back when the wall is left', () => {
    const board = open('a')
    change(board, { a: 'ready' })
    cleanup()
    expect(board.toasts.getState().news).toEqual([])
  })
})

describe('many messages', () => {
  const tokens = ['a', 'b', 'c', 'd', 'e']

  test('stand by themselves up to three', () => {
    const board = open(...tokens)
    change(board, { a: 'ready', b: 'failed', c: 'not-found' })
    expect(told()).toEqual(['Soldes d’été Lille : Prête', 'b : Échouée', 'c : Introuvable'])
  })

  test('become one beyond that', () => {
    const board = open(...tokens)
    change(board, { a: 'ready', b: 'ready', c: 'ready', d: 'ready', e: 'ready' })
    expect(told()).toEqual(['5 locations sont prêtes'])
  })

  test('become one also when they come one after the other, and last from the last', async () => {
    const board = open(...tokens)
    for (const token of tokens) {
      change(board, { [token]: token === 'c' ? 'failed' : 'ready' })
      await pass(2_000)
    }
    expect(told()).toEqual(['4 locations sont prêtes, 1 location a échoué'])
    await pass(7_900)
    expect(told()).toHaveLength(1)
    await pass(200)
    expect(told()).toEqual([])
  })

  test('as one lead to all that stand like them', () => {
    const board = open(...tokens)
    location.hash = '#/location/a'
    change(board, { a: 'ready', b: 'ready', c: 'not-found', d: 'ready' })
    fireEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Voir' }))
    expect(location.hash).toBe('#/')
    expect([...board.view.state.getState().filter]).toEqual(['ready', 'other'])
    expect(told()).toEqual([])
  })

  test('leave alone what else is said', () => {
    const board = open(...tokens)
    let undone = false
    act(() => {
      board.toasts.getState().show({
        text: 'Location retirée du suivi',
        action: {
          label: 'Annuler',
          run: () => {
            undone = true
          },
        },
      })
    })
    change(board, { a: 'ready', b: 'ready', c: 'ready', d: 'ready' })
    expect(told()).toEqual(['4 locations sont prêtes', 'Location retirée du suivi'])
    expect(screen.getByRole('status')).toHaveTextContent('Location retirée du suivi')
    fireEvent.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(undone).toBe(true)
    expect(told()).toEqual(['4 locations sont prêtes'])
  })
})
