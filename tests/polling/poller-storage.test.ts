// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { parseReply } from '../../src/api/parse-reply.ts'
import { createClock } from '../../src/lib/clock.ts'
import { createCheckStorage } from '../../src/polling/check-storage.ts'
import { pass, startBoard } from './board.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const minute = 60_000
const checks = createCheckStorage(localStorage, error => {
  throw error
})

/** Keeps a rental as an earlier visit left it. */
function keep(token: string, status: number, age: number) {
  const raw = JSON.stringify({ success: true, token, status })
  const at = Date.now() - age
  const rental = parseReply(raw)
  const history = [{ status: rental.status, from: at - minute, until: at }]
  checks.save(token, { reply: { rental, raw, at }, history })
}

test('what was kept is shown with its age before the first check', async () => {
  keep('a', 1, 5 * minute)
  const { poller, shown, asked, history } = startBoard(() => 'generating', { storage: checks })
  poller.setSettings({ paused: true })
  poller.track(['a'])
  expect(shown('a')).toMatchObject({ rental: { status: 'generating' }, at: Date.now() - 5 * minute })
  expect(history('a')).toHaveLength(1)
  await pass(0)
  expect(poller.status.getState().lastReplyAt).toBe(poller.checks.get('a')?.lastTriedAt)
  expect(asked()).toEqual([])
})

test('what was kept of a finished rental stays, shown or not', async () => {
  keep('a', 5, minute)
  const { poller, shown } = startBoard(() => 'downloaded', { storage: checks })
  poller.track(['a'])
  await pass(60 * minute)
  expect(shown('a')?.rental.status).toBe('downloaded')
})

test.each([
  { name: 'a finished one is not checked again', status: 5, age: 60 * minute, checked: [] },
  { name: 'an active one is due by its age', status: 1, age: 5 * minute, checked: ['a'] },
  { name: 'a ready one that was just checked waits', status: 2, age: 10_000, checked: [] },
  { name: 'one from the future is checked at once', status: 2, age: -60 * minute, checked: ['a'] },
])('$name', async ({ status, age, checked }) => {
  keep('a', status, age)
  const { poller, asked } = startBoard(() => 'downloaded', { storage: checks })
  poller.track(['a'])
  await pass(5_000)
  expect(asked()).toEqual(checked)
})

test('every reply is kept, and the history goes on over a reload', async () => {
  const raw = '{"success":true,"token":"a","status":2}'
  keep('a', 1, minute)
  const clock = createClock()
  const reply = () => Promise.resolve({ rental: parseReply(raw), raw, at: clock() })
  const { poller } = startBoard(reply, { storage: checks, clock })
  poller.track(['a'])
  await pass(100)
  poller.stop()
  expect(checks.load('a', Date.now())).toMatchObject({
    reply: { raw },
    history: [{ status: 'generating' }, { status: 'ready' }],
  })
})

test('a removed rental leaves nothing in storage, an undone one comes back into it', async () => {
  keep('a', 5, minute)
  const { poller } = startBoard(() => 'downloaded', { storage: checks })
  poller.track(['a'])
  poller.track([])
  expect(localStorage.length).toBe(0)
  poller.track(['a'])
  expect(localStorage.length).toBe(1)
})
