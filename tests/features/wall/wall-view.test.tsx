import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isWall } from '../../../src/board/routes.ts'
import { PAGE_MS } from '../../../src/features/wall/wall-columns.tsx'
import { WallView } from '../../../src/features/wall/wall-view.tsx'
import { findRow, patience, renderBoard } from '../../board/render-board.tsx'
import { rental } from '../../browser/rentals.ts'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { english, french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

const statuses = new Map<string, number>([
  ['collect-1', 2],
  ['collect-2', 2],
  ['underway-1', 1],
  ['failed-1', 3],
  ['done-1', 5],
])

beforeEach(() => {
  history.replaceState(null, '', '/?view=wall')
  // A column of the wall has room for one card.
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400)
  const lookup = (token: string) => {
    const status = statuses.get(token)
    return status === undefined ? undefined : rental(token, status)
  }
  network.use(...statusHandlers({ lookup }))
})

afterEach(() => history.replaceState(null, '', '/'))

function lane(name: RegExp) {
  return screen.getByRole('region', { name })
}

/** Milliseconds: roles are slow to tell where no browser does it, on a machine that does other things too. */
vi.setConfig({ testTimeout: 20_000 })

describe('a card of the wall', () => {
  test('is marked for a minute after its status changed', async () => {
    const board = renderBoard(<WallView />, french, 'collect-1')
    const card = await findRow('collect-1', 'ready')
    expect(card).not.toHaveAttribute('data-marked')
    const tell = (ageMs: number) => {
      const change = { token: 'collect-1', from: 'generating', to: 'ready', at: board.now() - ageMs } as const
      act(() => board.changes.setState({ latest: [change], last: new Map([['collect-1', change]]) }))
    }
    tell(58_000)
    expect(card).toHaveAttribute('data-marked')
    expect(card).toHaveAccessibleName(/Prête, vient de changer/)
    tell(60_000)
    expect(card).not.toHaveAttribute('data-marked')
  })
})

describe('the wall', () => {
  test('has a lane for what is to do, under way and wrong, each a list under its heading', async () => {
    renderBoard(<WallView />, french, 'collect-1', 'underway-1', 'failed-1', 'done-1')
    for (const [token, state] of [
      ['collect-1', 'ready'],
      ['underway-1', 'generating'],
      ['failed-1', 'failed'],
    ] as const)
      await findRow(token, state)
    const card = within(lane(/^À télécharger, 1$/)).getByRole('listitem')
    expect(within(card).getByRole('heading', { level: 3 })).toHaveTextContent(
      /^Femmes 31–49, (60200|Compiègne)$/,
    )
    // Without a name of its own it is told from others by its token.
    expect(withPlainSpaces(card.textContent ?? '')).toMatch(/Femmes, 31 à 49 ans, collect-1Prête0,90 €/)
    expect(within(lane(/^En cours, 1$/)).getByRole('listitem')).toHaveTextContent('En création')
    expect(within(lane(/^À voir, 1$/)).getByRole('listitem')).toHaveTextContent('Échouée')
    expect(screen.queryByText('done-1')).toBeNull()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Suivi des locations')
  })

  test('counts every rental and sums all of them, whatever the board filters', async () => {
    renderBoard(<WallView />, french, 'collect-1', 'collect-2', 'failed-1')
    await findRow('collect-1', 'ready')
    await findRow('failed-1', 'failed')
    const fact = (name: string) => screen.getByText(name).closest('dt')?.nextElementSibling
    await vi.waitFor(() => expect(fact('Prêtes')).toHaveTextContent('2'), patience)
    expect(fact('Échouées')).toHaveTextContent('1')
    expect(fact('Contacts commandés')).toHaveTextContent('30')
    expect(fact('Coût total')).toHaveTextContent(/^2,70\s€$/)
  })

  test('leaves out what was put away, also where it was opened beside the costs', async () => {
    history.replaceState(null, '', '/?view=wall#/costs')
    const board = renderBoard(<WallView />, french, 'collect-1', 'collect-2')
    act(() => board.tracked.edit('collect-2', { archived: true }))
    await findRow('collect-1', 'ready')
    expect(lane(/^À télécharger, 1$/)).toBeVisible()
  })

  test('says that a lane is empty', async () => {
    renderBoard(<WallView />, english, 'collect-1')
    await findRow('collect-1', 'ready')
    expect(lane(/^In progress$/)).toHaveTextContent('Nothing in progress')
    expect(lane(/^Needs attention$/)).toHaveTextContent('Nothing to report')
  })

  test('without any rental says so', () => {
    renderBoard(<WallView />, french)
    expect(screen.getByRole('heading', { name: 'Aucune location suivie' })).toBeVisible()
  })

  test('turns its pages, and says which it shows', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    renderBoard(<WallView />, french, 'failed-1', 'gone-1', 'gone-2')
    await vi.waitFor(() => expect(lane(/^À voir, 3$/)).toBeVisible(), patience)
    expect(lane(/^À voir/)).toHaveTextContent('Page 1 sur 3')
    const first = within(lane(/^À voir/)).getAllByRole('heading', { level: 3 })
    act(() => vi.advanceTimersByTime(PAGE_MS))
    expect(lane(/^À voir/)).toHaveTextContent('Page 2 sur 3')
    expect(within(lane(/^À voir/)).getAllByRole('heading', { level: 3 })).not.toEqual(first)
  })
})

describe('a wall on which nothing is checked', () => {
  test('says so aloud while it is paused', async () => {
    const board = renderBoard(<WallView />, french, 'collect-1')
    expect(screen.queryByRole('alert')).toBeNull()
    act(() => board.preferences.set({ paused: true }))
    expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent('En pause')
  })

  test('says so aloud when the account refuses', async () => {
    network.use(
      http.get('/api/location/status', () =>
        HttpResponse.json({ success: false, code: 10, message: 'Clé API incorrecte' }),
      ),
    )
    renderBoard(<WallView />, french, 'collect-1')
    expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent('À l’arrêt')
  })

  test('says the age of what is stale', async () => {
    const board = renderBoard(<WallView />, french, 'collect-1')
    const card = await findRow('collect-1', 'ready')
    network.use(http.get('/api/location/status', () => new HttpResponse('', { status: 502 })))
    board.poller.refresh('collect-1')
    await vi.waitFor(() => expect(card).toHaveTextContent(/données d’il y a 0\ss/), patience)
  })
})

describe('the way out', () => {
  test('is its one control', async () => {
    renderBoard(<WallView />, french, 'collect-1')
    await userEvent.click(screen.getByRole('button'))
    expect(isWall()).toBe(false)
  })

  test('is Escape', () => {
    renderBoard(<WallView />, french)
    fireEvent.keyDown(window, { key: 'a' })
    expect(isWall()).toBe(true)
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(isWall()).toBe(false)
  })

  test('is the end of the full screen, not its beginning', () => {
    let element: Element | null = document.body
    Object.defineProperty(document, 'fullscreenElement', { get: () => element, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(document, 'fullscreenElement'))
    renderBoard(<WallView />, french)
    fireEvent(document, new Event('fullscreenchange'))
    expect(isWall()).toBe(true)
    element = null
    fireEvent(document, new Event('fullscreenchange'))
    expect(isWall()).toBe(false)
  })
})
