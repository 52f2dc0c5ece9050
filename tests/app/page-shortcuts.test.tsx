import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { BoardPage } from '../../src/app/board-page.tsx'
import { isFiltered } from '../../src/board/view.ts'
import { afterFirstPaint } from '../../src/lib/after-first-paint.ts'
import { findRow, renderBoard } from '../board/render-board.tsx'
import { statusHandlers } from '../fake-provider/handlers.ts'
import { french } from '../i18n/languages.ts'
import { network } from '../network.ts'

// Roles are looked up in the whole page, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  network.use(...statusHandlers({ lookup: token => ({ success: true, token, status: 2, location: {} }) }))
})

async function open(...tokens: readonly string[]) {
  const board = renderBoard(<BoardPage onDemo={() => undefined} />, french, ...tokens)
  for (const token of tokens) await findRow(token, 'ready')
  // The keys come with the part of the page that follows the first picture.
  await afterFirstPaint()
  await act(() => vi.dynamicImportSettled())
  return board
}

const field = () => screen.getByRole('searchbox', { name: 'Rechercher' })

describe('on the page', () => {
  test('/ leads to the search, where it is a character like others', async () => {
    const { dialogs } = await open('a')
    await userEvent.keyboard('/')
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue('')
    await userEvent.keyboard('a/?')
    expect(field()).toHaveValue('a/?')
    expect(dialogs.state.getState().name).toBeUndefined()
  })

  test('? opens the list of shortcuts', async () => {
    const { dialogs } = await open('a')
    await userEvent.keyboard('?')
    expect(dialogs.state.getState().name).toBe('shortcuts')
  })

  test.each(['/', '?'])('%s does nothing once single keys are switched off', async key => {
    const { preferences, dialogs } = await open('a')
    preferences.set({ singleKeys: false })
    await userEvent.keyboard(key)
    expect(dialogs.state.getState().name).toBeUndefined()
    expect(field()).not.toHaveFocus()
  })

  test.each(['{Control>}/{/Control}', '{Alt>}?{/Alt}', '{Meta>}/{/Meta}'])(
    '%s is left to the browser',
    async keys => {
      const { dialogs } = await open('a')
      await userEvent.keyboard(keys)
      expect(dialogs.state.getState().name).toBeUndefined()
      expect(field()).not.toHaveFocus()
    },
  )

  test('Escape lets go of the selection first, then of the filters', async () => {
    const { view, selection } = await open('a', 'b')
    view.search('a')
    await vi.waitFor(() => expect(selection.state.getState().listed).toEqual(['a']))
    selection.select('a', false)
    await userEvent.keyboard('{Escape}')
    expect(selection.state.getState().selected.size).toBe(0)
    expect(view.state.getState().query).toBe('a')
    view.toggleTag('été')
    await userEvent.keyboard('{Escape}')
    expect(isFiltered(view.state.getState())).toBe(false)
  })
})
