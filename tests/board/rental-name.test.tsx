import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useRentalName } from '../../src/board/use-rental.ts'
import { RentalList } from '../../src/features/list/rental-list.tsx'
import { rental } from '../browser/rentals.ts'
import { statusHandlers } from '../fake-provider/handlers.ts'
import { french } from '../i18n/languages.ts'
import { network } from '../network.ts'
import { findRow, renderBoard } from './render-board.tsx'

function Named() {
  const nameOf = useRentalName()
  return <button type="button" onClick={event => event.currentTarget.replaceChildren(nameOf('abc'))} />
}

test('the news call a rental by its targeting also once it was put away', async () => {
  network.use(...statusHandlers({ lookup: token => rental(token, 5) }))
  const { tracked } = renderBoard(
    <>
      <Named />
      <RentalList />
    </>,
    french,
    'abc',
  )
  await findRow('abc', 'downloaded')
  tracked.edit('abc', { archived: true })
  const [button] = screen.getAllByRole('button')
  button?.click()
  expect(button?.textContent).toMatch(/^Femmes 31–49/)
})
