import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import { findRow, patience, renderBoard } from '../../board/render-board.tsx'
import { rental } from '../../browser/rentals.ts'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { network } from '../../network.ts'

beforeEach(() => network.use(...statusHandlers({ lookup: token => rental(token, 5) })))

/** The list, with a name half typed into the row of its one rental. */
async function typeName() {
  const { tracked, view } = renderBoard(<RentalList />, french, 'abc')
  await findRow('abc', 'downloaded')
  await userEvent.click(screen.getByRole('button', { name: 'Nommer' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Nom de la location' }, patience), ' Oise ')
  return { view, name: () => tracked.state.getState().rentals.get('abc')?.name }
}

test.each([
  ['Enter', '{Enter}', 'Oise'],
  ['a step elsewhere', '{Tab}', 'Oise'],
  ['Escape', '{Escape}', undefined],
])('after %s the name is kept, but for Escape', async (_, keys, kept) => {
  const { name } = await typeName()
  await userEvent.keyboard(keys)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(name()).toBe(kept)
})

test('a name is kept when its row leaves the page, as a long scroll makes it', async () => {
  const { view, name } = await typeName()
  view.search('nothing')
  await expect.poll(() => document.querySelectorAll('[data-token]')).toHaveLength(0)
  expect(name()).toBe('Oise')
})
