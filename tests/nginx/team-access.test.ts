import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import teamRule from '../../src/server/team-rule.js'
import { ask, expectFiles } from '../server/expect-team.ts'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { expectDiskToldFull, mountSmallDisk, unmount } from '../server/small-disk.ts'
import { filesBefore } from '../server/team-cases.ts'
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
  await nginx.stop()
  await rm(passwords)
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
    await writeFile(join(folder, teamRule.teamFileName(token) ?? ''), `"${'x'.repeat((nth * 37) % 900)}"`)
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
