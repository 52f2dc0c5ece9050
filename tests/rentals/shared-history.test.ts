import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { recordReply } from '../../src/polling/check.ts'
import type { History } from '../../src/polling/history.ts'
import { rentalsKey } from '../../src/polling/tracked-rentals.ts'
import { readRentalCache } from '../../src/rentals/rental-cache.ts'
import { shareHistories } from '../../src/rentals/shared-history.ts'
import { replyOf } from '../polling/replies.ts'

const own: History = [{ status: 'ready', from: 1_000, until: 1_000 }]
const whole: History = [{ status: 'generating', from: 500, until: 1_000 }, ...own]

function openCache() {
  const queryClient = new QueryClient()
  const see = (at: number) =>
    queryClient.setQueryData([...rentalsKey, 'a'], recordReply(undefined, replyOf('ready', at), at))
  see(1_000)
  return { ...shareHistories(readRentalCache(queryClient)), see }
}

test('a history is what the team saw as long as it says so, and says when that changes', () => {
  const { history, share, unshare, subscribe, see } = openCache()
  const heard = vi.fn()
  const leave = subscribe(heard)
  expect(history('a')).toEqual(own)
  share('a', () => whole)
  expect(history('a')).toBe(whole)
  see(2_000)
  expect(heard.mock.calls).toEqual([['a'], ['a']])
  unshare()
  expect(history('a')).toEqual([{ status: 'ready', from: 2_000, until: 2_000 }])
  leave()
  share('a', () => whole)
  see(3_000)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('what was not seen here has no history, whatever the team saw', () => {
  const { history, share } = openCache()
  share('b', () => whole)
  expect(history('b')).toBeUndefined()
})

test('another board knows nothing of it', () => {
  const [one, other] = [openCache(), openCache()]
  one.share('a', () => whole)
  expect(other.history('a')).toEqual(own)
})
