import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeUpstream, startFakeUpstream } from '../server/fake-upstream.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { startNginx } from './start-nginx.ts'

let folder: string
let upstream: FakeUpstream

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-account-'))
  upstream = await startFakeUpstream()
  upstream.answerWith(({ url = '' }, response) => response.end(`{"success":true,"asked":"${url.length}"}`))
})

afterAll(async () => {
  await upstream.close()
  await rm(folder, { recursive: true })
})

/** Starts nginx over the same cache, and asks once for the same rental. */
async function askOnce(key: string, path: string) {
  const nginx = await startNginx({
    settings: {
      SMSPARTNER_API_KEY: key,
      SMSPARTNER_API_URL: upstream.url + path,
      CACHE_DIR: join(folder, 'cache'),
      CACHE_SECONDS: '600',
    },
  })
  const target = '/api/location/status?token=abc'
  const { headers, body } = await sendRaw(nginx.port, { target, headers: [ownPage] })
  await nginx.stop()
  return { cache: headers.get('x-cache-status'), body: body.toString() }
}

test('what is kept over a restart is never served for another key, or from another provider', async () => {
  const first = await askOnce('first', '')
  expect(first.cache).toBe('MISS')
  expect(await askOnce('first', '')).toEqual({ ...first, cache: 'HIT' })
  for (const [key, path] of [
    ['another', ''],
    ['first', '/v2'],
    ['', ''],
  ] as const) {
    const other = await askOnce(key, path)
    expect(other.cache).not.toBe('HIT')
    expect(other.body).not.toBe(first.body)
  }
  expect(await askOnce('first', '')).toEqual({ ...first, cache: 'HIT' })
}, 60_000)
