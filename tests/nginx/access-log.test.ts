import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPage } from '../server/proxy-cases.ts'
import { type RawRequest, sendRaw } from '../server/raw-request.ts'
import { type NginxProcess, startNginx } from './start-nginx.ts'

const TOKEN = 'f00ba4'.repeat(7).slice(0, 40)
const CALL = `/api/location/status?token=${TOKEN}`

let nginx: NginxProcess

beforeAll(async () => {
  nginx = await startNginx()
})

afterAll(() => nginx.stop())

/** The latest line of the access log. */
async function logged(request: RawRequest): Promise<string> {
  await sendRaw(nginx.port, request)
  const lines = (await nginx.accessLog()).trim().split('\n')
  return lines.at(-1) ?? ''
}

test('a call is logged as usual, with both ends of its token', async () => {
  const line = await logged({ target: CALL, headers: [ownPage, ['User-Agent', 'me']] })
  expect(line).toMatch(
    /^127\.0\.0\.1 - - \[[^\]]+\] "GET \/api\/location\/status\?token=f00b\.\.\.f00b HTTP\/1\.1" 200 \d+ "-" "me"$/,
  )
})

test.each<RawRequest>([
  { target: `/api/location/status?TOKEN=${TOKEN}` },
  { target: `/api/location/status?${TOKEN}` },
  { target: `/api/location/status?a=b&token=${TOKEN}&token=${TOKEN}` },
  { target: `/api/location/status?%74oken=%66${TOKEN.slice(1)}` },
  { target: `/api/location/status/${TOKEN}` },
  { target: `/${TOKEN}` },
  { target: `/x#${TOKEN}` },
  { target: CALL, method: 'POST' },
  { target: CALL, hosts: ['evil.example'] },
  { target: CALL, hosts: ['a', 'b'] },
  { target: CALL, headers: [['Content-Length', 'x']] },
  { target: `http://localhost${CALL}` },
  { target: '/', headers: [['Referer', `http://localhost/#/location/${TOKEN}`]] },
  { target: '/', headers: [['Referer', `http://localhost${CALL}`]] },
])('no line has a whole token: $target', async request => {
  expect(await logged(request)).not.toContain(TOKEN.slice(1, -1))
})

test('no more is left of a short one than half', async () => {
  expect(await logged({ target: '/api/location/status?token=abcdefgh' })).toContain('?token=ab...gh ')
  expect(await logged({ target: '/api/location/status?token=abc' })).toContain('?token=... ')
})

test('what the board is made of is logged as it is', async () => {
  const target = '/assets/start-polling-Bagyhw8G.js'
  expect(await logged({ target })).toContain(`"GET ${target} HTTP/1.1" 404`)
})
