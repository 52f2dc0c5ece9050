import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import { PrintHead } from '../../../src/features/print/print-head.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  network.use(...statusHandlers({ lookup: () => undefined }))
})

const tell = (event: string) => act(() => void window.dispatchEvent(new Event(event)))
const rows = () => document.querySelectorAll('[data-token]').length

describe('printing', () => {
  test('draws every row at once, says of when and how many, and leaves the page as it was', async () => {
    const tokens = Array.from({ length: 90 }, (_, index) => `location-${index}`)
    const { view } = renderBoard(
      <>
        <PrintHead />
        <RentalList />
      </>,
      french,
      ...tokens,
    )
    await screen.findAllByRole('checkbox')
    expect(rows()).toBeLessThan(80)
    expect(screen.queryByText(/^Imprimé le/)).not.toBeInTheDocument()

    // The browser takes its picture when the event is over: what React left for later would be missing.
    window.dispatchEvent(new Event('beforeprint'))
    expect(rows()).toBe(90)
    expect(screen.getByText(/^Imprimé le/)).toBeInTheDocument()
    const figures = screen
      .getAllByRole('listitem', { hidden: true })
      .map(({ textContent }) => withPlainSpaces(textContent ?? ''))
    expect(figures).toEqual(['90 locations', '90 Autres', 'Contacts commandés : 0', 'Coût total : 0,00 €'])

    tell('afterprint')
    expect(rows()).toBeLessThan(80)
    expect(view.state.getState()).toMatchObject({ everyRow: false, unfolded: false })
  })

  test('twice in a row does not forget how the page was', () => {
    const { view } = renderBoard(<PrintHead />, french, 'a')
    tell('beforeprint')
    tell('beforeprint')
    tell('afterprint')
    expect(view.state.getState()).toMatchObject({ everyRow: false, unfolded: false })
  })
})
