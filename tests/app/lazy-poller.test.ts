import { beforeEach, expect, test, vi } from 'vitest'
import { createLazyPoller } from '../../src/app/lazy-poller.ts'
import { defaultPollSettings } from '../../src/polling/poll-status.ts'
import type { Poller } from '../../src/polling/poller.ts'
import { pass, startBoard } from '../polling/board.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const missing = new TypeError('Failed to fetch dynamically imported module')

/** A poller whose code comes when the test says so. */
function opening(answer: 'ready' | 'generating' | 'downloaded' = 'ready') {
  const { poller: real, asked } = startBoard(() => answer)
  let come = () => {}
  const code = new Promise<() => Poller>(resolve => {
    come = () => resolve(() => real)
  })
  const poller = createLazyPoller(() => code, defaultPollSettings)
  async function arrive() {
    come()
    await pass(100)
  }
  return { poller, real, asked, arrive }
}

test('says that the board opens, and how many rentals are tracked', () => {
  const { poller } = opening()
  poller.track(['a', 'b'])
  expect(poller.status.getState()).toMatchObject({ phase: 'opening', tracked: 2, nextCheckAt: undefined })
  expect(poller.checks.get('a')).toBeUndefined()
})

test('what is asked for meanwhile is done once the code is there, in order', async () => {
  const { poller, asked, arrive } = opening()
  poller.track(['a', 'b'])
  poller.track(['a'])
  poller.refresh('a')
  await arrive()
  expect(asked()).toEqual(['a'])
  expect(poller.status.getState()).toMatchObject({ phase: 'live', tracked: 1 })
})

test('a page that was hidden meanwhile is polled as one', async () => {
  const { poller, asked, arrive } = opening('generating')
  poller.setHidden(true)
  poller.track(['a'])
  await arrive()
  await pass(30_000)
  expect(asked()).toEqual(['a'])
})

test('what is asked for later goes straight on, and its news come back', async () => {
  const { poller, real, asked, arrive } = opening('downloaded')
  const heard = vi.fn()
  const stop = poller.checks.subscribe(heard)
  await arrive()
  poller.track(['a'])
  await pass(100)
  expect(asked()).toEqual(['a'])
  expect(heard).toHaveBeenCalled()
  expect(poller.checks.get('a')).toMatchObject({ why: 'finished' })
  expect(poller.status.getState()).toBe(real.status.getState())
  poller.refreshAll()
  await pass(100)
  expect(asked()).toEqual(['a'])
  stop()
})

test('a code that does not come is said and asked for again until it does', async () => {
  const { poller: real, asked } = startBoard(() => 'ready')
  const load = vi.fn(async () => () => real).mockRejectedValueOnce(missing)
  const poller = createLazyPoller(load, defaultPollSettings)
  poller.track(['a'])
  await pass(9_000)
  expect(poller.status.getState().phase).toBe('lost')
  await pass(2_000)
  expect(load).toHaveBeenCalledTimes(2)
  expect(asked()).toEqual(['a'])
  expect(poller.status.getState().phase).toBe('live')
})

test('one that was stopped meanwhile never starts', async () => {
  const start = vi.fn()
  const poller = createLazyPoller(async () => start, defaultPollSettings)
  poller.stop()
  await pass(20_000)
  expect(start).not.toHaveBeenCalled()
})
