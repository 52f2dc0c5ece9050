import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import * as http2 from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import teamNameRule from '../../src/server/team-name-rule.js'
import { freePort } from '../browser/free-port.ts'
import { ask, expectFiles } from '../server/expect-team.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { expectDiskToldFull, mountSmallDisk, unmount } from '../server/small-disk.ts'
import { filesBefore } from '../server/team-cases.ts'
import { makeCertificate } from './certificates.ts'
import { startNginx } from './start-nginx.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-team-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('who does not know the password neither reads nor writes', async () => {
  const hash = execFileSync('openssl', ['passwd', '-6', 'right'], { encoding: 'utf8' })
  const passwords = `${folder}.passwords`
  await writeFile(passwords, `anna:${hash}`)
  await writeFile(join(folder, 'abc.json'), filesBefore['abc.json'])
  const nginx = await startNginx({ settings: { TEAM_LIST_DIR: folder, PASSWORD_FILE: passwords } })
  const server = { port: nginx.port, folder, isNginx: true }
  const writes = { method: 'PUT', body: '{"v":2}' }
  const all = (headers: Record<string, string>) =>
    Promise.all(
      [
        ask(server, '', { headers }),
        ask(server, 'abc.json', { headers }),
        ask(server, 'abc.json', { ...writes, headers }),
        ask(server, 'new.json', { ...writes, headers }),
        ask(server, 'abc.json', { method: 'DELETE', headers }),
      ].map(async reply => (await reply).status),
    )
  expect(await all({})).toEqual([401, 401, 401, 401, 401])
  expect(await all({ Authorization: `Basic ${btoa('anna:wrong')}` })).toEqual([401, 401, 401, 401, 401])
  await expectFiles(folder, filesBefore)

  const headers = { Authorization: `Basic ${btoa('anna:right')}` }
  expect((await ask(server, '', { headers })).status).toBe(200)
  expect((await ask(server, 'abc.json', { ...writes, headers })).status).toBe(204)
  await expectFiles(folder, { 'abc.json': '{"v":2}' })

  await rm(passwords)
  const lost = await ask(server, '', { headers: { Authorization: `Basic ${btoa('anna:other')}` } })
  expect([lost.status, await lost.json()]).toEqual([403, expect.objectContaining({ error: 'no-passwords' })])
  await nginx.stop()
})

test('it is kept over HTTP/2 as well', async () => {
  const port = await freePort()
  const { key, certificate } = makeCertificate(folder, 'localhost')
  const team = join(folder, 'team')
  await mkdir(team)
  const tls = { TLS_CERTIFICATE: certificate, TLS_KEY: key, TLS_PORT: String(port) }
  const nginx = await startNginx({ settings: { TEAM_LIST_DIR: team, ...tls } })
  const session = http2.connect(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
  const send = async (method: string, body = '', origin = `https://127.0.0.1:${port}`) => {
    const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', origin }
    const head = { ':method': method, ':path': '/team/rentals/abc.json', ...own }
    const stream = session.request(head, { endStream: body === '' })
    const reply = new Promise<http2.IncomingHttpHeaders>(resolve => stream.once('response', resolve))
    if (body !== '') stream.end(body)
    return [(await reply)[':status'], await text(stream)]
  }
  expect(await send('PUT', '{"v":1}')).toEqual([201, ''])
  expect(await send('GET')).toEqual([200, '{"v":1}'])
  expect(await send('PUT', '{"v":2}', 'https://evil.example')).toMatchObject([403, expect.anything()])
  expect(await send('PUT', `"${'x'.repeat(20_000)}"`)).toMatchObject([413, expect.anything()])
  expect(await send('PUT', '{"v":')).toMatchObject([400, expect.anything()])
  await expectFiles(team, filesBefore)
  expect(await send('DELETE')).toEqual([204, ''])
  session.close()
  await nginx.stop()
})

test('no line of the access log has a whole token', async () => {
  const nginx = await startNginx({ settings: { TEAM_LIST_DIR: folder } })
  const lineFor = async (name: string) => {
    await sendRaw(nginx.port, { target: `/team/rentals/${name}`, headers: [ownPage] })
    return (await nginx.accessLog()).trim().split('\n').at(-1) ?? ''
  }
  expect(await lineFor(`${'f00ba4'.repeat(6)}.json`)).toContain(
    '"GET /team/rentals/f00b...json HTTP/1.1" 404',
  )
  expect(await lineFor('abcdefghijk.json')).toContain('/team/rentals/abcd...json ')
  expect(await lineFor('abc.json')).toContain('/team/rentals/ab...on ')
  expect(await lineFor('')).toContain('"GET /team/rentals/ HTTP/1.1" 200')
  await nginx.stop()
})

test('without TEAM_LIST_DIR there is no list', async () => {
  const nginx = await startNginx()
  const server = { port: nginx.port, folder, isNginx: true }
  expect((await ask(server, '')).status).toBe(404)
  for (const method of ['PUT', 'DELETE']) {
    const { status } = await ask(server, 'abc.json', { method })
    expect(status).toBeGreaterThanOrEqual(404)
    expect(status).toBeLessThan(406)
  }
  await nginx.stop()
})

test('a crowd that opens 1,000 rentals each waits, and holds up no call', async () => {
  await writeFile(join(folder, 'abc.json'), filesBefore['abc.json'])
  const nginx = await startNginx({ settings: { TEAM_LIST_DIR: folder, VIEWER_RATE: '300' } })
  const server = { port: nginx.port, folder, isNginx: true }
  const statuses: number[] = []
  const board = async () => {
    for (let nth = 0; nth < 25; nth++) statuses.push((await ask(server, 'abc.json')).status)
  }
  const crowd = Promise.all(Array.from({ length: 60 }, board))
  await wait(1_000)
  const call = await sendRaw(nginx.port, { target: '/api/location/status?token=abc', headers: [ownPage] })
  await crowd
  expect(call.status).toBe(200)
  expect(statuses).toHaveLength(1_500)
  expect(new Set(statuses)).toEqual(new Set([200]))
  await nginx.stop()
})

test('a full disk is told, and one that is read-only', async context => {
  if (!mountSmallDisk(folder)) return context.skip()
  const nginx = await startNginx({ settings: { TEAM_LIST_DIR: folder } })
  await expectDiskToldFull({ port: nginx.port, folder, isNginx: true }).finally(async () => {
    await nginx.stop()
    unmount(folder)
  })
})

test('a listing of 1,000 rentals is packed, and costs next to nothing while nothing changes', async () => {
  const tokens = Array.from({ length: 1_000 }, (_, nth) =>
    Array.from({ length: 5 }, (_, part) =>
      ((nth + 1) * 2_654_435_761 * (part + 7)).toString(16).slice(0, 8),
    ).join(''),
  )
  for (const [nth, token] of tokens.entries())
    await writeFile(join(folder, teamNameRule.teamFileName(token) ?? ''), `"${'x'.repeat((nth * 37) % 900)}"`)
  const nginx = await startNginx({ settings: { TEAM_LIST_DIR: folder } })
  await wait(2_100)
  const listing = (headers: readonly (readonly [string, string])[] = []) =>
    sendRaw(nginx.port, { target: '/team/rentals/', headers: [ownPage, ...headers] })
  const plain = await listing()
  const start = performance.now()
  const packed = await listing([['Accept-Encoding', 'gzip']])
  const tookMs = performance.now() - start
  const same = await listing([['If-None-Match', packed.headers.get('etag') ?? '']])

  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'))
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3)
  expect(same.status).toBe(304)
  expect(same.bytes.length).toBeLessThan(1_200)
  process.stdout.write(
    `nginx: the listing of 1,000 rentals has ${plain.bytes.length} bytes with its headers, packed ${packed.bytes.length} ` +
      `(${tookMs.toFixed(0)} ms), unchanged ${same.bytes.length}\n`,
  )
  await nginx.stop()
})
