import { beforeEach, expect, test, vi } from 'vitest'
import { type Answer, type Play, play } from './play.ts'
import { tokensOf } from './replies.ts'

// Hours of checks are played here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const WINDOW_MS = 5_000

/** The most and the fewest of these times in any window between `from` and `to`, ms. */
function extremes(times: readonly number[], from: number, to: number) {
  let [first, last, most, fewest] = [0, 0, 0, times.length]
  for (let start = from; start <= to - WINDOW_MS; start += 100) {
    while ((times[first] ?? to) < start) first += 1
    while ((times[last] ?? to) < start + WINDOW_MS) last += 1
    most = Math.max(most, last - first)
    fewest = Math.min(fewest, last - first)
  }
  return { most, fewest }
}

const generating = (): Answer => ({ after: 120, status: 'generating' })
/** From 50 to 900 ms, as it comes. */
const uneven = (_: string, at: number): Answer => ({ after: 50 + ((at * 7) % 850), status: 'generating' })
const slow = (): Answer => ({ after: 3_000, status: 'generating' })
/** Few of many, each the thirteenth of the list: an order that spreads all of them may leave these together. */
const mixed = (token: string): Answer => {
  return { after: 120, status: Number(token.slice(6)) % 13 === 0 ? 'generating' : 'downloaded' }
}

test.each<[string, number, number, Play['server']]>([
  ['10', 1, 10, generating],
  ['60', 2, 60, generating],
  ['200', 1, 200, generating],
  ['1,000', 1, 1_000, generating],
  ['60, answered unevenly', 0.5, 60, uneven],
  ['60, answered slowly', 0.5, 60, slow],
  ['10 among 130', 0.5, 130, mixed],
])('%s active rentals: their checks are spread evenly for %d h', async (name, hours, count, server) => {
  const warm = (count > 200 ? 20 : 5) * MINUTE_MS
  const end = warm + hours * HOUR_MS
  const { sent } = await play({ tokens: tokensOf(count), length: end, server })
  const times = sent.map(({ at }) => at).filter(at => at >= warm)
  const share = (times.length * WINDOW_MS) / (end - warm)
  const { most, fewest } = extremes(times, warm, end)
  process.stdout.write(
    `active: ${name}; ${hours} h, ${times.length} calls, ${share.toFixed(1)} in 5 s, from ${fewest} to ${most}\n`,
  )
  expect(most).toBeLessThanOrEqual(1.5 * share)
  expect(fewest).toBeGreaterThanOrEqual(0.5 * share)
})
