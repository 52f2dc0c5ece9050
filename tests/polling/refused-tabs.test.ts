import { beforeEach, expect, test, vi } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'
import { createClock } from '../../src/lib/clock.ts'
import type { Channel, TabServices } from '../../src/lib/tabs.ts'
import { pass, startBoard } from './board.ts'
import { fakeBrowser } from './fake-browser.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

class RefusedChannel implements Channel {
  onmessage = null
  postMessage = refuse
  close = refuse
  constructor() {
    refuse()
  }
}

class MuteChannel implements Channel {
  onmessage = null
  postMessage = refuse
  close() {}
}

const raw = '{"success":true,"status":1}'

function openBoard(services: TabServices) {
  const clock = createClock()
  return startBoard(async () => ({ raw, rental: parseReply(raw), at: clock() }), {
    clock,
    tabs: services,
  })
}

test.each<[string, () => TabServices]>([
  ['refuses channels', () => ({ ...fakeBrowser().openTab().services, BroadcastChannel: RefusedChannel })],
  ['sends nothing', () => ({ ...fakeBrowser().openTab().services, BroadcastChannel: MuteChannel })],
  ['refuses locks', () => ({ ...fakeBrowser().openTab().services, locks: { request: refuse } })],
])('a browser that %s shows a live board', async (_, services) => {
  const { poller, asked, shown } = openBoard(services())
  poller.track(['a'])
  await pass(60_000)
  expect(shown('a')?.rental.status).toBe('generating')
  expect(asked().length).toBeGreaterThan(3)
  poller.setHidden(true)
  poller.stop()
})

test('a second tab that cannot be heard takes the lead on screen and is live', async () => {
  const browser = fakeBrowser()
  const first = openBoard(browser.openTab().services)
  await pass(10)
  const second = openBoard({ ...browser.openTab().services, BroadcastChannel: MuteChannel })
  second.poller.track(['a'])
  second.poller.setHidden(false)
  await pass(10_000)
  expect(second.shown('a')?.rental.status).toBe('generating')
  for (const { poller } of [first, second]) poller.stop()
})
