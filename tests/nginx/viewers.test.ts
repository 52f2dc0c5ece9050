import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchRental } from '../../src/api/fetch-rental.ts'
import { fill } from '../fake-provider/fill.ts'
import { type Provider, startProvider } from '../fake-provider/provider.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'
import { follow, shortestPause } from './viewers.ts'

const CACHE_MS = 1_000

const rentals = fill(30)
const tokens = rentals.map(({ token }) => token)

let provider: Provider
let nginx: NginxProcess

beforeEach(async () => {
  provider = await startProvider({ apiKey: 'right', rentals })
  nginx = await startNginx({
    settings: {
      SMSPARTNER_API_URL: provider.url,
      SMSPARTNER_API_KEY: 'right',
      CACHE_SECONDS: String(CACHE_MS / 1_000),
    },
    workers: 2,
  })
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${nginx.port}` })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await nginx.stop()
  await provider.close()
})

test('fifty viewers of thirty rentals cost one call for each rental and cache window', async () => {
  const statuses = await follow(nginx.port, { viewers: 50, tokens, lasting: 5_000 })
  expect(statuses.length).toBeGreaterThan(1_000)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(new Set(provider.calls.map(({ token }) => token)).size).toBe(30)
  expect(shortestPause(provider.calls)).toBeGreaterThanOrEqual(CACHE_MS)
}, 30_000)

test('when the provider is killed, the page keeps what it said, and when it said it', async () => {
  const [token = ''] = tokens
  const first = await fetchRental(token)
  await provider.kill()
  await wait(CACHE_MS + 1_500)
  const stale = await fetchRental(token)
  expect(stale.raw).toBe(first.raw)
  expect(Math.abs(stale.at - first.at)).toBeLessThan(1_000)
  await expect(fetchRental(tokens[1] ?? '')).rejects.toMatchObject({ name: 'HttpError', status: 502 })

  await provider.restart()
  const restarted = Date.now()
  expect((await fetchRental(token)).at).toBeGreaterThan(restarted - 1_000)
}, 30_000)
