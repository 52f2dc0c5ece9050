import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import { findRow, renderBoard } from '../../board/render-board.tsx'
import { rental } from '../../browser/rentals.ts'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { network } from '../../network.ts'

test('what is finished is put away as far as it is listed, and offered where there is something to put away', async () => {
  network.use(...statusHandlers({ lookup: token => rental(token, 5) }))
  const { tracked, view } = renderBoard(<RentalList />, french, 'mars', 'avril')
  for (const token of ['mars', 'avril']) await findRow(token, 'downloaded')
  view.search('mars')
  await expect.poll(() => document.querySelectorAll('[data-token]')).toHaveLength(1)

  await userEvent.click(await screen.findByRole('button', { name: 'Archiver les terminées' }))
  const archived = [...tracked.state.getState().rentals.values()].filter(rental => rental.archived)
  expect(archived.map(({ token }) => token)).toEqual(['mars'])
  expect(screen.getByText('Terminées, 1')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Archiver les terminées' })).toBeNull()
})
