import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryStorage } from '../../src/lib/browser-storage.ts'
import { createStorageLocks } from '../../src/lib/storage-locks.ts'
import { LEASE_PREFIX } from '../../src/storage.ts'
import { pass, startBoard } from './board.ts'
import { fakeBrowser } from './fake-browser.ts'
import { tokensOf } from './replies.ts'

vi.setConfig({ testTimeout: 60_000 })

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const open: { stop: () => void }[] = []
afterEach(() => {
  for (const { stop } of open.splice(0)) stop()
})

const MINUTE_MS = 60_000
const active = tokensOf(10)

type Tab = { version?: string; isHidden?: boolean }

/** Tabs side by side, each of which tells how often the lead changed there. */
function openTabs(tabs: readonly Tab[], storage?: Storage) {
  const browser = fakeBrowser()
  return tabs.map(({ version = '', isHidden = false }) => {
    const tab = browser.openTab(version)
    const state = { isHidden, isCrashed: false }
    const own = storage && {
      ...storage,
      setItem: (key: string, value: string) => {
        if (!state.isCrashed) storage.setItem(key, value)
      },
    }
    const lease = own && createStorageLocks(own, LEASE_PREFIX, () => state.isHidden)
    const locks = lease ?? tab.services.locks
    const board = startBoard(() => 'generating', { tabs: { ...tab.services, locks } })
    open.push(board.poller)
    let changes = 0
    board.poller.status.subscribe((status, before) => {
      if (status.leading !== before.leading) changes += 1
    })
    board.poller.setHidden(isHidden)
    board.poller.track(active)
    const crash = () => {
      state.isCrashed = true
      tab.crash()
    }
    const setHidden = (hidden: boolean) => {
      state.isHidden = hidden
      board.poller.setHidden(hidden)
    }
    return { ...board, changes: () => changes, setHidden, crash }
  })
}

const tab: Tab = {}
const old: Tab = { version: 'old' }
const hidden: Tab = { isHidden: true }

describe.each([
  ['https', () => undefined],
  ['http', memoryStorage],
])('over %s', (scheme, storage) => {
  test.each<[string, readonly Tab[], number]>([
    ['two windows side by side', [tab, tab], 1],
    ['three windows side by side', [tab, tab, tab], 1],
    ['a window before three hidden tabs', [hidden, hidden, tab, hidden], 1],
    ['two versions of the page', [old, tab], 2],
    ['two windows of each version', [tab, old, old, tab], 2],
  ])('%s settle, and each version of the page makes the calls of one tab', async (name, tabs, versions) => {
    const opened = openTabs(tabs, storage())
    await pass(MINUTE_MS)
    const before = opened.map(({ changes }) => changes())
    for (const { asked } of opened) asked()
    await pass(10 * MINUTE_MS)
    const calls = opened.map(({ asked }) => asked().length)
    const moved = opened.map(({ changes }, index) => changes() - (before[index] ?? 0))
    process.stdout.write(
      `${scheme}, ${name}: ${calls.join(' + ')} calls in 10 min, the lead moved ${moved.join(' + ')} times\n`,
    )
    expect(moved.every(count => count === 0)).toBe(true)
    expect(calls.filter(count => count > 0)).toHaveLength(versions)
    for (const count of calls) if (count > 0) expect(Math.abs(count - 600)).toBeLessThan(10)
    for (const { shown, clock } of opened) expect(clock() - (shown('token-9')?.at ?? 0)).toBeLessThan(11_000)
  })

  test('windows that come on screen by turns lead by turns, with the calls of one', async () => {
    const [first, second] = openTabs([tab, hidden], storage())
    await pass(MINUTE_MS)
    for (const board of [first, second]) board?.asked()
    for (let turn = 0; turn < 4; turn += 1) {
      first?.setHidden(turn % 2 === 0)
      second?.setHidden(turn % 2 === 1)
      await pass(MINUTE_MS)
      expect([first, second].map(board => board?.status().leading)).toEqual([turn % 2 === 1, turn % 2 === 0])
    }
    const calls = (first?.asked().length ?? 0) + (second?.asked().length ?? 0)
    process.stdout.write(`${scheme}, by turns: ${calls} calls in 4 min\n`)
    expect(calls).toBeLessThan(280)
  })

  test.each(['stop', 'crash'] as const)(
    'when the leading window goes by %s, another leads in 5 s',
    async way => {
      const [first, second] = openTabs([tab, tab], storage())
      await pass(MINUTE_MS)
      const [leading, other] = first?.status().leading ? [first, second] : [second, first]
      if (way === 'crash') leading?.crash()
      else leading?.poller.stop()
      await pass(5_200)
      expect(other?.status().leading).toBe(true)
    },
  )
})

describe('over http', () => {
  test.each([[[tab, tab, tab]], [[hidden, tab, hidden]]])('nobody is alone: %j', async tabs => {
    const opened = openTabs(tabs, memoryStorage())
    await pass(2_000)
    expect(opened.map(({ status }) => status().alone)).toEqual([false, false, false])
  })

  test.each<[string, string | undefined]>([
    ['is cleared', undefined],
    ['holds nonsense', 'me for ever'],
    ['holds another form', '{"holder":5,"until":1900000000000}'],
    ['holds a lease from a clock that was hours ahead', '5 1900000000000'],
    ['holds one that ran out', '5 1'],
  ])('one tab leads after the storage %s', async (_, text) => {
    const storage = memoryStorage()
    const opened = openTabs([tab, tab], storage)
    await pass(10_000)
    const [key] = Array.from({ length: storage.length }, (__, index) => storage.key(index) ?? '')
    storage.clear()
    if (text !== undefined && key !== undefined) storage.setItem(key, text)
    await pass(10_000)
    expect(opened.filter(({ status }) => status().leading)).toHaveLength(1)
    expect(opened.filter(({ status }) => status().alone)).toEqual([])
  })

  test('each tab makes its own checks, and says so, where the storage takes nothing', async () => {
    const full = memoryStorage()
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const opened = openTabs([tab, tab], full)
    await pass(30_000)
    expect(opened.map(({ status }) => [status().leading, status().alone])).toEqual([
      [true, true],
      [true, true],
    ])
    for (const { shown, clock } of opened) expect(clock() - (shown('token-9')?.at ?? 0)).toBeLessThan(11_000)
  })
})
