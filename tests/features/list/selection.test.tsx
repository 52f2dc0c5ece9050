import { act, fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PageShortcuts } from '../../../src/app/page-shortcuts.tsx'
import type { Board } from '../../../src/board/board-context.ts'
import { selectedTokens } from '../../../src/board/selection.ts'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import { SelectionBar } from '../../../src/features/list/selection-bar.tsx'
import { Toasts } from '../../../src/features/notifications/toasts.tsx'
import { findRow, renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { network } from '../../network.ts'

// Roles are looked up in the whole page, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  network.use(
    ...statusHandlers({
      lookup: token => ({ success: true, token, status: 2, location: { sexe: 'femme' } }),
    }),
  )
})
afterEach(() => {
  location.hash = ''
})

let board: Board

async function open(...tokens: readonly string[]) {
  board = renderBoard(
    <>
      <RentalList />
      <SelectionBar />
      <PageShortcuts isDetailOpen={false} />
      <Toasts />
    </>,
    french,
    ...tokens,
  )
  board.tracked.editAll(tokens, ({ token }) => ({ name: token }))
  for (const token of tokens) await findRow(token, 'ready')
  await screen.findAllByRole('checkbox')
  return { ...board, tagsOf: (token: string) => board.tracked.state.getState().rentals.get(token)?.tags }
}

const selected = () => selectedTokens(board.selection.state.getState()).join(' ')
const box = (token: string) => screen.getByRole('checkbox', { name: `Sélectionner ${token}` })
const link = (token: string) => screen.getByRole('link', { name: `Détail de ${token}` })
const bar = () => within(screen.getByRole('region', { name: 'Sélection' }))

describe('choosing rentals', () => {
  test('goes by their boxes, from one to the other with Shift', async () => {
    await open('a', 'b', 'c', 'd')
    const user = userEvent.setup()
    await user.click(box('b'))
    expect(box('b')).toBeChecked()
    await user.keyboard('{Shift>}')
    await user.click(box('d'))
    await user.keyboard('{/Shift}')
    expect(selected()).toBe('b c d')
    await user.click(box('c'))
    expect(selected()).toBe('b d')
    expect(bar().getByRole('status')).toHaveTextContent('2 sélectionnées')
  })

  test('goes by plain touches while picking, until that is left', async () => {
    await open('a', 'b', 'c')
    act(board.selection.toggleMode)
    expect(fireEvent.click(link('a'))).toBe(false)
    expect(fireEvent.click(link('c'))).toBe(false)
    fireEvent.click(link('a'))
    expect(selected()).toBe('c')
    act(board.selection.toggleMode)
    expect(selected()).toBe('')
    expect(fireEvent.click(link('a'))).toBe(true)
    expect(selected()).toBe('')
    await vi.waitFor(() => expect(location.hash).toBe('#/location/a'))
  })

  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Cmd', { metaKey: true }],
  ])('goes by their links with %s, which does not open them', async (_, keys) => {
    await open('a', 'b', 'c')
    expect(fireEvent.click(link('a'), keys)).toBe(false)
    expect(fireEvent.click(link('c'), { shiftKey: true })).toBe(false)
    expect(selected()).toBe('a b c')
    fireEvent.click(link('b'), keys)
    expect(selected()).toBe('a c')
    expect(location.hash).toBe('')
  })

  test('goes by keys: Space, Shift and Space, Ctrl and A, Escape', async () => {
    await open('a', 'b', 'c')
    link('b').focus()
    await userEvent.keyboard(' ')
    expect(selected()).toBe('b')
    await userEvent.keyboard('{ArrowDown}{Shift>} {/Shift}')
    expect(selected()).toBe('b c')
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(selected()).toBe('a b c')
    await userEvent.keyboard('{Escape}')
    expect(selected()).toBe('')
  })

  test('forgets what is removed or filtered out', async () => {
    const { tracked } = await open('a', 'b', 'c')
    for (const token of ['a', 'b', 'c']) await userEvent.click(box(token))
    const removed = tracked.remove(['a'])
    await expect.poll(selected).toBe('b c')
    tracked.restore(removed)
    board.view.search('c')
    await expect.poll(selected).toBe('c')
  })

  test('ends with the list', async () => {
    const { tracked } = await open('a')
    await userEvent.click(box('a'))
    tracked.remove(['a'])
    await expect.poll(selected).toBe('')
  })
})

describe('moving in the list', () => {
  test.each([
    ['the arrows', '{ArrowDown}', '{ArrowUp}'],
    ['letters', 'j', 'k'],
  ])('goes from link to link by %s, and stays within', async (_, down, up) => {
    await open('a', 'b', 'c')
    link('a').focus()
    await userEvent.keyboard(down + down)
    expect(link('c')).toHaveFocus()
    await userEvent.keyboard(down)
    expect(link('c')).toHaveFocus()
    await userEvent.keyboard(up)
    expect(link('b')).toHaveFocus()
  })
})

describe('the bar of the selection', () => {
  test('tags what is selected, and takes it back with Undo', async () => {
    const { tracked, tagsOf } = await open('a', 'b', 'c')
    tracked.edit('a', { tags: ['été'] })
    await userEvent.click(box('a'))
    await userEvent.click(box('c'))
    await userEvent.click(bar().getByRole('button', { name: 'Étiqueter' }))
    await userEvent.keyboard('ETE,')
    expect([tagsOf('a'), tagsOf('b'), tagsOf('c')]).toEqual([['été'], [], ['été']])
    await userEvent.keyboard('{Enter}')
    expect(bar().getByRole('button', { name: 'Étiqueter' })).toHaveFocus()
    expect(selected()).toBe('a c')
    tracked.edit('c', { name: 'Dijon' })
    await userEvent.click(screen.getByRole('button', { name: 'Annuler' }))
    expect([tagsOf('a'), tagsOf('c')]).toEqual([['été'], []])
    expect(tracked.state.getState().rentals.get('c')?.name).toBe('Dijon')
  })

  test('says how many tags found no room', async () => {
    const { tracked, tagsOf } = await open('a', 'b')
    tracked.edit('a', { tags: Array.from({ length: 49 }, (_, index) => `tag ${index}`) })
    await userEvent.click(box('a'))
    await userEvent.click(box('b'))
    await userEvent.click(bar().getByRole('button', { name: 'Étiqueter' }))
    await userEvent.click(bar().getByRole('combobox'))
    await userEvent.paste('été\tx;hiver;mai')
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('50 étiquettes par location au plus : 2 laissées de côté')).toBeVisible()
    expect([tagsOf('a')?.length, tagsOf('b')?.length]).toEqual([50, 3])
  })

  test('is reached from the list by a key', async () => {
    await open('a', 'b')
    await userEvent.click(box('a'))
    link('b').focus()
    await userEvent.keyboard('t')
    expect(bar().getByRole('combobox', { name: 'Ajouter une étiquette' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(bar().getByRole('button', { name: 'Étiqueter' })).toHaveFocus()
  })

  test.each([
    ['its button', () => userEvent.click(bar().getByRole('button', { name: 'Ne plus suivre' }))],
    ['a key', () => userEvent.keyboard('{Delete}')],
  ])('stops following with %s, and one Undo brings all back', async (_, press) => {
    const { tracked } = await open('a', 'b', 'c')
    const followed = () => [...tracked.state.getState().rentals.keys()].join(' ')
    await userEvent.click(box('a'))
    await userEvent.click(box('b'))
    link('b').focus()
    await press()
    expect(followed()).toBe('c')
    expect(screen.getByRole('table')).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(followed()).toBe('a b c')
  })

  test('checks what is selected now', async () => {
    const { poller } = await open('a', 'b', 'c')
    await userEvent.click(box('a'))
    await userEvent.click(box('c'))
    const triedAt = () => ['a', 'b', 'c'].map(token => poller.checks.get(token)?.lastTriedAt)
    const before = triedAt()
    await userEvent.click(bar().getByRole('button', { name: 'Vérifier maintenant' }))
    await expect.poll(() => triedAt().map((at, index) => at !== before[index])).toEqual([true, false, true])
  })

  test('lets go of the selection and returns to the list', async () => {
    await open('a')
    await userEvent.click(box('a'))
    await userEvent.click(bar().getByRole('button', { name: 'Effacer la sélection' }))
    expect(selected()).toBe('')
    expect(screen.getByRole('table')).toHaveFocus()
  })
})
