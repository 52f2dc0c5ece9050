import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { FirstList } from '../../src/components/list/first-list.tsx'
import { statusHandlers } from '../../src/demo/handlers.ts'
import { network } from '../network.ts'
import { french } from './languages.ts'
import { findRow, renderBoard } from './render-board.tsx'

beforeEach(() => network.use(...statusHandlers({ lookup: () => undefined })))

test('the first list draws what fits on the screen, and keeps the room of the rest', async () => {
  const tokens = Array.from({ length: 200 }, (_, index) => `rental-${index}`)
  renderBoard(<FirstList />, french, ...tokens)
  await findRow('rental-0', 'pending')
  const table = screen.getByRole('table', { name: 'Locations suivies' })
  const drawn = document.querySelectorAll('[data-token]')
  expect(drawn.length).toBeGreaterThan(5)
  expect(drawn.length).toBeLessThan(40)
  expect(table).toHaveAttribute('aria-rowcount', '202')
  const rowHeight = Number.parseFloat(document.querySelector<HTMLElement>('[data-token]')?.style.height ?? '')
  expect(Number.parseFloat(table.style.paddingBottom)).toBe((200 - drawn.length) * rowHeight)
})
