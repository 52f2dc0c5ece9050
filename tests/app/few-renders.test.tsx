import { act, render } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createApiKeyStore } from '../../src/api/api-key.ts'
import type { Rental } from '../../src/api/rental.ts'
import { createBoard } from '../../src/app/create-board.ts'
import { startPolling } from '../../src/app/start-polling.ts'
import { BoardContext } from '../../src/board/board-context.ts'
import { FilterProvider } from '../../src/board/filter-provider.tsx'
import { createPreferences } from '../../src/board/preferences.ts'
import { BoardTotals } from '../../src/features/header/header.tsx'
import { ListTools } from '../../src/features/list/list-tools.tsx'
import { RentalList } from '../../src/features/list/rental-list.tsx'
import { I18nContext } from '../../src/i18n/i18n.ts'
import { markFirstPaint } from '../../src/lib/after-first-paint.ts'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { now } from '../../src/lib/clock.ts'
import { createTrackedStore } from '../../src/rentals/tracked-store.ts'
import { StackedBar, StatusTiles } from '../../src/ui/status-tiles.tsx'
import { french } from '../i18n/languages.ts'
import { rentalWith } from '../rentals/samples.ts'

// The parts of a row that load later take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => void vi.useFakeTimers())

const places = [{ location: '60200', wanted: 10, available: 266 }]

/** Three rentals on a board that has settled, and what rendered since; the clock stands between two ticks. */
async function settledBoard() {
  const rentals = new Map<string, Rental>(
    ['a', 'b', 'c'].map(token => [token, rentalWith({ status: 'ready', places, cost: { quantity: 10 } })]),
  )
  const rendered: string[] = []
  const board = createBoard({
    isDemo: false,
    stored: { tracked: createTrackedStore(memoryStorage(), now), storage: undefined, checks: new Map() },
    apiKey: createApiKeyStore(undefined, undefined),
    preferences: createPreferences(undefined),
    loadPolling: async () => parts =>
      startPolling({
        ...parts,
        source: async token => ({
          rental: structuredClone(rentals.get(token) ?? rentalWith({})),
          at: board.now(),
        }),
      }),
  })
  onTestFinished(board.stop)
  board.tracked.add([...rentals.keys()].map(token => ({ token })))
  const part = (id: string, children: ReactNode) => (
    <Profiler id={id} onRender={() => rendered.push(id)}>
      {children}
    </Profiler>
  )
  render(
    <I18nContext value={french}>
      <BoardContext value={board}>
        <FilterProvider>
          {part('tiles', <StatusTiles />)}
          {part('mix', <StackedBar />)}
          {part('totals', <BoardTotals />)}
          {part('tools', <ListTools />)}
          {part('list', <RentalList />)}
        </FilterProvider>
      </BoardContext>
    </I18nContext>,
  )
  markFirstPaint()
  // What is loaded asks for more: the parts of the tools, then the names of places, then those of one department.
  for (let round = 0; round < 5; round += 1) {
    await act(() => vi.dynamicImportSettled())
    await act(() => vi.advanceTimersByTimeAsync(500))
  }
  expect(document.querySelectorAll('[data-status=ready]')).toHaveLength(3)
  return {
    /** What a check of `a` renders, once its rental has changed so. */
    async check(change: Partial<Rental> = {}) {
      rentals.set('a', { ...rentalWith({}), ...rentals.get('a'), ...change })
      rendered.length = 0
      board.poller.refresh('a')
      await act(() => vi.advanceTimersByTimeAsync(100))
      return [...new Set(rendered)].sort()
    },
    /** What typing so into the search renders. */
    async type(query: string) {
      rendered.length = 0
      act(() => board.view.search(query))
      await act(() => vi.dynamicImportSettled())
      await act(() => vi.advanceTimersByTimeAsync(100))
      return [...new Set(rendered)].sort()
    },
  }
}

test('a reply that changes nothing renders nothing', async () => {
  const { check } = await settledBoard()
  expect(await check()).toEqual([])
})

test.each<[string, Partial<Rental>, readonly string[]]>([
  ['the numbers in the file: its row', { phoneNumbers: 10 }, ['list']],
  ['the contacts: its row and the sums', { cost: { quantity: 20 } }, ['list', 'totals']],
  [
    'its status: its row, its tiles, the mix, the sums',
    { status: 'downloaded' },
    ['list', 'mix', 'tiles', 'totals'],
  ],
])('a reply that changes a rental renders what shows it, for %s', async (_, change, expected) => {
  const { check } = await settledBoard()
  expect(await check(change)).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['the same rentals: the field and the list’s frame', 'rea', ['list', 'tools']],
  ['fewer: the band too', 'ready nowhere', ['list', 'mix', 'tiles', 'tools', 'totals']],
])('a letter of a search renders what shows what it finds, for %s', async (_, query, expected) => {
  const { type } = await settledBoard()
  await type('re')
  expect(await type(query)).toEqual(expected)
})

test('a reply that changes one row leaves the others as they are in the document', async () => {
  const { check } = await settledBoard()
  const touched = new Set<string | undefined>()
  const observer = new MutationObserver(changes => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      touched.add(element?.closest<HTMLElement>('[data-token]')?.dataset.token)
    }
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  await check({ phoneNumbers: 1_234 })
  observer.disconnect()
  expect([...touched]).toEqual(['a'])
})
