import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StatusReply } from '../../../src/demo/status-reply.ts'
import { ListTools } from '../../../src/features/list/list-tools.tsx'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import { SearchField } from '../../../src/features/list/search-field.tsx'
import { findRow, renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { english, french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

const replies = new Map<string, StatusReply>([
  ['lille', reply('lille', 2, 'femme', '59000', '180.00')],
  ['nantes', reply('nantes', 1, 'homme', '44000', '9.00')],
  ['dijon', reply('dijon', 5, 'mixte', '21000', '54.00')],
])

function reply(token: string, status: number, sexe: string, zipcode: string, total: string): StatusReply {
  return { success: true, token, status, location: { sexe, zipcode, cost: { total } } }
}

// Roles are looked up in the whole page, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => network.use(...statusHandlers({ lookup: token => replies.get(token) })))

/** The board with three rentals, once they have all answered. */
async function open(text = french) {
  const board = renderBoard(
    <>
      <SearchField />
      <ListTools />
      <RentalList />
    </>,
    text,
    ...replies.keys(),
  )
  board.tracked.edit('lille', { name: 'Soldes d’été', tags: ['Soldes'] })
  board.tracked.edit('dijon', { name: 'Anniversaire', tags: ['Soldes', 'Fidélité'] })
  await findRow('lille', 'ready')
  await findRow('nantes', 'generating')
  await findRow('dijon', 'downloaded')
  return board
}

const field = () => screen.getByRole('searchbox', { name: 'Rechercher' })
async function find(words: string) {
  await userEvent.click(field())
  await userEvent.paste(words)
}
const count = () => withPlainSpaces(screen.getByRole('status').textContent ?? '')
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('[data-token]')].map(row => row.dataset.token).join(' ')

describe('the search', () => {
  test.each([
    ['soldes', 'lille dijon'],
    ['ETE', 'lille'],
    ['fidelite', 'dijon'],
    ['44000', 'nantes'],
    ['women', 'lille dijon'],
    ['femmes', 'lille'],
    ['generating', ''],
    ['being created', 'nantes'],
    ['téléchargée mixte', 'dijon'],
  ])('for «%s» lists %s', async (query, expected) => {
    await open()
    await find(query)
    expect(shown()).toBe(expected)
  })

  test('says how many it lists', async () => {
    await open()
    expect(count()).toBe('3 locations')
    await find('soldes')
    expect(count()).toBe('2 sur 3 locations')
    await find(' zzz')
    expect(count()).toBe('0 sur 3 locations')
    expect(await screen.findByText('Aucune location ne correspond.')).toBeVisible()
  })

  test('is emptied by Escape, and then left', async () => {
    await open()
    await find('zzz')
    await userEvent.keyboard('{Escape}')
    expect(field()).toHaveValue('')
    expect(field()).toHaveFocus()
    expect(count()).toBe('3 locations')
    await userEvent.keyboard('{Escape}')
    expect(field()).not.toHaveFocus()
  })

  test('is called so in English', async () => {
    await open(english)
    await userEvent.click(screen.getByRole('searchbox', { name: 'Search' }))
    await userEvent.paste('prête')
    expect(shown()).toBe('lille')
    expect(count()).toBe('1 of 3 rentals')
  })
})

describe('a tag', () => {
  test('in a row lists only what carries it, besides the search', async () => {
    await open()
    const row = within(await findRow('lille', 'ready'))
    await userEvent.click(row.getByRole('button', { name: 'Étiquette Soldes' }))
    expect(shown()).toBe('lille dijon')
    await find('anniversaire')
    expect(shown()).toBe('dijon')
  })

  test('that filters stands above the list, and goes when it is pressed there', async () => {
    const { view } = await open()
    view.toggleTag('Soldes')
    view.toggleTag('Fidélité')
    const chip = await screen.findByRole('button', { name: 'Ne plus filtrer par Fidélité' })
    expect(shown()).toBe('dijon')
    await userEvent.click(chip)
    expect(shown()).toBe('lille dijon')
    await userEvent.click(screen.getByRole('button', { name: 'Tout afficher' }))
    expect(shown()).toBe('lille nantes dijon')
  })
})

describe('the order', () => {
  test.each([
    ['urgence', 'lille nantes dijon'],
    ['nom', 'dijon lille nantes'],
    ['coût', 'lille dijon nantes'],
    ['statut', 'nantes lille dijon'],
  ])('by %s is %s', async (order, expected) => {
    await open()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Trier' }), order)
    expect(shown()).toBe(expected)
  })

  test('is remembered, and another one than by need has no groups', async () => {
    const { preferences } = await open()
    expect(screen.getAllByRole('heading')).toHaveLength(3)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Trier' }), 'nom')
    expect(preferences.state.getState().sort).toBe('name')
    expect(screen.queryAllByRole('heading')).toEqual([])
  })
})
