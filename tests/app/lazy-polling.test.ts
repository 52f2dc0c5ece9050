import { beforeEach, expect, test, vi } from 'vitest'
import { createLazyPolling, type Polling } from '../../src/app/lazy-polling.ts'
import { defaultPollSettings } from '../../src/board/preferences.ts'
import { type Check, recordReply } from '../../src/polling/check.ts'
import { readRentalCache } from '../../src/rentals/rental-cache.ts'
import { pass, startBoard } from '../polling/board.ts'
import { replyOf } from '../polling/replies.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const missing = new TypeError('Failed to fetch dynamically imported module')

/** A poller whose code comes when the test says so. */
function opening(answer: 'ready' | 'generating' | 'downloaded' = 'ready', stored = new Map<string, Check>()) {
  const { poller: real, queryClient, asked } = startBoard(() => answer, { stored })
  let come = () => {}
  const code = new Promise<() => Polling>(resolve => {
    come = () => resolve(() => ({ poller: real, rentalCache: readRentalCache(queryClient) }))
  })
  const { poller, rentalCache } = createLazyPolling(() => code, defaultPollSettings, stored)
  async function arrive() {
    come()
    await pass(100)
  }
  return { poller, rentalCache, real, asked, arrive }
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

test('what was stored is shown from the start, and stays until a check brings more', async () => {
  const reply = replyOf('downloaded', Date.now() - 5_000)
  const stored = new Map([['a', recordReply(undefined, reply, reply.at)]])
  const { poller, rentalCache, arrive } = opening('ready', stored)
  const heard = vi.fn()
  rentalCache.subscribe(heard)
  poller.track(['a'])
  expect(rentalCache.reply('a')).toEqual(reply)
  expect(rentalCache.history('a')).toHaveLength(1)
  await arrive()
  expect(rentalCache.reply('a')).toEqual(reply)
  expect(heard).not.toHaveBeenCalled()
  poller.refresh('a')
  await pass(100)
  expect(heard).toHaveBeenCalledWith('a')
  expect(rentalCache.reply('a')?.rental.status).toBe('ready')
  expect(stored.size).toBe(0)
})

test('what was stored of a rental that is removed meanwhile is let go', async () => {
  const reply = replyOf('downloaded', Date.now() - 5_000)
  const stored = new Map([['a', recordReply(undefined, reply, reply.at)]])
  const { poller, rentalCache, asked, arrive } = opening('ready', stored)
  poller.track([])
  await arrive()
  expect(rentalCache.reply('a')).toBeUndefined()
  expect(asked()).toEqual([])
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
  expect(poller.checks.get('a')).toMatchObject({ checking: false, nextCheckAt: undefined })
  expect(poller.status.getState()).toBe(real.status.getState())
  poller.refresh('a')
  await pass(100)
  expect(asked()).toEqual(['a'])
  stop()
})

test('a code that does not come is said and asked for again until it does', async () => {
  const { poller: real, queryClient, asked } = startBoard(() => 'ready')
  const polling = { poller: real, rentalCache: readRentalCache(queryClient) }
  const load = vi.fn(async () => () => polling).mockRejectedValueOnce(missing)
  const { poller } = createLazyPolling(load, defaultPollSettings, new Map())
  poller.track(['a'])
  await pass(9_000)
  expect(poller.status.getState().phase).toBe('lost')
  await pass(2_000)
  expect(load).toHaveBeenCalledTimes(2)
  expect(asked()).toEqual(['a'])
  expect(poller.status.getState().phase).toBe('live')
})

test('a clock that is set right meanwhile moves what was stored', async () => {
  const ahead = replyOf('generating', Date.now() + 86_400_000)
  const stored = new Map([['a', recordReply(undefined, ahead, ahead.at)]])
  const { poller, rentalCache, asked, arrive } = opening('generating', stored)
  poller.track(['a'])
  poller.moveTimes(at => at - 86_400_000)
  await arrive()
  await pass(30_000)
  expect(asked()).toContain('a')
  expect(rentalCache.reply('a')?.at).toBeLessThanOrEqual(Date.now())
})

test('one that was stopped meanwhile never starts', async () => {
  const start = vi.fn()
  const { poller } = createLazyPolling(async () => start, defaultPollSettings, new Map())
  poller.stop()
  await pass(20_000)
  expect(start).not.toHaveBeenCalled()
})
