import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { TagEditor } from '../../../src/features/detail/tag-editor.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { network } from '../../network.ts'

// Roles are looked up in the whole page, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => network.use(...statusHandlers({ lookup: () => undefined })))

const field = () => screen.getByRole('combobox', { name: 'Ajouter une étiquette' })

function open(tags: readonly string[] = [], elsewhere: readonly string[] = []) {
  const board = renderBoard(<TagEditor token="a" />, french, 'a', 'b')
  board.tracked.edit('a', { tags })
  board.tracked.edit('b', { tags: elsewhere })
  return { ...board, tags: () => board.tracked.state.getState().rentals.get('a')?.tags }
}

describe('the tags of a rental', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['are added with Enter', [], 'Soldes{Enter}', ['Soldes']],
    ['are added with a comma', [], 'Soldes,été,', ['Soldes', 'été']],
    ['stand once each', ['Soldes'], 'soldes{Enter}', ['Soldes']],
    ['take the spelling that is in use', [], 'printemps{Enter}', ['Printemps']],
    ['are not added while they are typed', ['Soldes'], 'été', ['Soldes']],
    ['are not added by an empty field', ['Soldes'], ' {Enter}', ['Soldes']],
  ])('%s', async (_, before, typed, after) => {
    const { tags } = open(before, ['Printemps'])
    await userEvent.type(field(), typed)
    expect(tags()).toEqual(after)
  })

  test('beyond the fiftieth are left out, and that is said', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => `tag ${index}`)
    const { tags, toasts } = open(fifty)
    await userEvent.type(field(), 'tag 1,une de trop,')
    expect(tags()).toEqual(fifty)
    expect(toasts.getState().toasts.map(({ text }) => text)).toEqual([
      '50 étiquettes par location au plus\u00a0: 1 laissée de côté',
    ])
  })

  test('leave an empty field behind that keeps the focus', async () => {
    open()
    await userEvent.type(field(), 'Soldes{Enter}')
    expect(field()).toHaveValue('')
    expect(field()).toHaveFocus()
  })

  test('are taken away by their button, and the field has the focus then', async () => {
    const { tags } = open(['Soldes', 'été'])
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer l’étiquette Soldes' }))
    expect(tags()).toEqual(['été'])
    expect(field()).toHaveFocus()
  })

  test('filter the list when they are pressed, until they are pressed again', async () => {
    const { view } = open(['Soldes'])
    const tag = await screen.findByRole('button', { name: 'Étiquette Soldes' })
    await userEvent.click(tag)
    expect(tag).toHaveAttribute('aria-pressed', 'true')
    expect([...view.state.getState().tags]).toEqual(['Soldes'])
    await userEvent.click(tag)
    expect(tag).toHaveAttribute('aria-pressed', 'false')
    expect(view.state.getState().tags.size).toBe(0)
  })
})

describe('the field for tags', () => {
  test('suggests those in use', async () => {
    open(['Soldes'], ['été', 'Soldes'])
    const suggested = () => {
      const list = document.getElementById(field().getAttribute('list') ?? '')
      return [...(list?.querySelectorAll('option') ?? [])].map(({ value }) => value)
    }
    await expect.poll(suggested).toEqual(['été', 'Soldes'])
  })

  test('is emptied by Escape, which is then free to close what is around', async () => {
    const { tags } = open()
    const taken: boolean[] = []
    const note = (event: KeyboardEvent) => taken.push(event.defaultPrevented)
    document.addEventListener('keydown', note)
    await userEvent.type(field(), 'été')
    taken.length = 0
    await userEvent.keyboard('{Escape}')
    expect(field()).toHaveValue('')
    await userEvent.keyboard('{Escape}')
    document.removeEventListener('keydown', note)
    expect(taken).toEqual([true, false])
    expect(tags()).toEqual([])
  })
})
