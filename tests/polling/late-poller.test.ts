import { beforeEach, expect, test, vi } from 'vitest'
import { createLatePoller } from '../../src/polling/late-poller.ts'
import { defaultPollSettings } from '../../src/polling/poll-status.ts'
import { pass, startBoard } from './board.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

function latePoller() {
  return createLatePoller(defaultPollSettings, () => undefined)
}

test('says that the board opens, and how many rentals are followed', () => {
  const poller = latePoller()
  poller.track(['a', 'b'])
  expect(poller.status.getState()).toMatchObject({ phase: 'opening', tracked: 2, nextCheckAt: undefined })
  expect(poller.checks.get('a')).toBeUndefined()
})

test('what is asked for meanwhile is done on arrival, in order', async () => {
  const late = latePoller()
  late.track(['a', 'b'])
  late.track(['a'])
  late.refresh('a')
  const { poller, asked } = startBoard(() => 'ready')
  late.arrive(poller)
  await pass(100)
  expect(asked()).toEqual(['a'])
  expect(late.status.getState()).toMatchObject({ phase: 'live', tracked: 1 })
})

test('a page that was hidden meanwhile is polled as one', async () => {
  const late = latePoller()
  late.setHidden(true)
  late.track(['a'])
  const { poller, asked } = startBoard(() => 'generating')
  late.arrive(poller)
  await pass(30_000)
  expect(asked()).toEqual(['a'])
})

test('what is asked for later goes straight on, and its news come back', async () => {
  const late = latePoller()
  const heard = vi.fn()
  const stop = late.checks.subscribe(heard)
  const { poller, asked } = startBoard(() => 'downloaded')
  late.arrive(poller)
  late.track(['a'])
  await pass(100)
  expect(asked()).toEqual(['a'])
  expect(heard).toHaveBeenCalled()
  expect(late.checks.get('a')).toMatchObject({ why: 'finished' })
  expect(late.status.getState()).toBe(poller.status.getState())
  late.refreshAll()
  await pass(100)
  expect(asked()).toEqual(['a'])
  stop()
})

test('a code that cannot be loaded is said, until it comes', () => {
  const late = latePoller()
  late.fail()
  expect(late.status.getState().phase).toBe('lost')
  late.arrive(startBoard(() => 'ready').poller)
  late.fail()
  expect(late.status.getState().phase).toBe('idle')
})
