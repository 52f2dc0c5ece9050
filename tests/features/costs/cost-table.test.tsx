import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CostTable } from '../../../src/features/costs/cost-table.tsx'
import { PrintHead } from '../../../src/features/print/print-head.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { french } from '../../i18n/languages.ts'

function open(count: number) {
  const lines = Array.from({ length: count }, (_, index) => {
    return { key: `tag ${index}`, cost: '1', contacts: 10, rentals: 1 }
  })
  renderBoard(
    <>
      <PrintHead />
      <CostTable title="Par étiquette" column="Étiquette" lines={lines} nameOf={(key = '') => key} />
    </>,
    french,
  )
}

const rows = () => screen.getAllByRole('rowheader')

test('a table of costs shows eight lines, and all of them when asked', async () => {
  open(200)
  expect(rows()).toHaveLength(8)
  await userEvent.click(screen.getByRole('button', { name: 'Afficher les 192 autres lignes' }))
  expect(rows()).toHaveLength(200)
})

test('of many lines it shows 200, and says how many the CSV has beside them', async () => {
  open(100_000)
  await userEvent.click(screen.getByRole('button', { name: 'Afficher 192 lignes de plus' }))
  expect(rows()).toHaveLength(200)
  expect(screen.getByText(/^et 99\s800 autres, que l’export CSV contient$/)).toBeVisible()
})

test('on paper it is whole, and folded again on the screen', () => {
  open(200)
  // The browser takes its picture when the event is over: what React left for later would be missing.
  window.dispatchEvent(new Event('beforeprint'))
  expect(rows()).toHaveLength(200)
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(rows()).toHaveLength(8)
})
