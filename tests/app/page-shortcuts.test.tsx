import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BoardPage } from '../../src/app/board-page.tsx'
import { closeDialog, dialogStore } from '../../src/board/dialog-store.ts'
import { select, selectionStore } from '../../src/board/selection-store.ts'
import { clearFilter, isFiltered, search, toggleTag, viewStore } from '../../src/board/view-store.ts'
import { statusHandlers } from '../../src/demo/handlers.ts'
import { afterFirstPaint } from '../../src/lib/after-first-paint.ts'
import { findRow, renderBoard } from '../board/render-board.tsx'
import { french } from '../i18n/languages.ts'
import { network } from '../network.ts'

// Roles are looked up in the whole page, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  network.use(...statusHandlers({ lookup: token => ({ success: true, token, status: 2, location: {} }) }))
})
afterEach(() => {
  clearFilter()
  closeDialog()
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
    await open('a')
    await userEvent.keyboard('/')
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue('')
    await userEvent.keyboard('a/?')
    expect(field()).toHaveValue('a/?')
    expect(dialogStore.getState().open).toBeUndefined()
  })

  test('? opens the list of shortcuts', async () => {
    await open('a')
    await userEvent.keyboard('?')
    expect(dialogStore.getState().open).toBe('shortcuts')
  })

  test.each(['/', '?'])('%s does nothing once single keys are switched off', async key => {
    const { preferences } = await open('a')
    preferences.set({ singleKeys: false })
    await userEvent.keyboard(key)
    expect(dialogStore.getState().open).toBeUndefined()
    expect(field()).not.toHaveFocus()
  })

  test.each(['{Control>}/{/Control}', '{Alt>}?{/Alt}', '{Meta>}/{/Meta}'])(
    '%s is left to the browser',
    async keys => {
      await open('a')
      await userEvent.keyboard(keys)
      expect(dialogStore.getState().open).toBeUndefined()
      expect(field()).not.toHaveFocus()
    },
  )

  test('Escape lets go of the selection first, then of the filters', async () => {
    await open('a', 'b')
    search('a')
    await vi.waitFor(() => expect(selectionStore.getState().listed).toEqual(['a']))
    select('a', false)
    await userEvent.keyboard('{Escape}')
    expect(selectionStore.getState().selected.size).toBe(0)
    expect(viewStore.getState().query).toBe('a')
    toggleTag('été')
    await userEvent.keyboard('{Escape}')
    expect(isFiltered(viewStore.getState())).toBe(false)
  })
})
