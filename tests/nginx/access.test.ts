import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownPage } from '../server/proxy-cases.ts'
import { sendRaw } from '../server/raw-request.ts'
import { atOnce, type Shielded, startShielded } from './shielded.ts'

const CALL = '/api/location/status?token=abc'

/** As in the template. */
const GUESSES_AT_ONCE = 50
const REMEMBERED_MS = 10_000

/** «right», by bcrypt, which takes its time (2^10 rounds): Debian brings no tool that makes one. */
const BCRYPT = '$2y$10$abcdefghijklmnopqrstuu1VS0P7v3ZJmd2gzBFIzgfN7OOl6Rl52'
const sha512 = (password: string) => execFileSync('openssl', ['passwd', '-6', password], { encoding: 'utf8' })

const login = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`

let folder: string
let file: string
let board: Shielded

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-access-'))
  file = join(folder, 'passwords')
  await writeFile(file, `anna:${sha512('right')}bert:${BCRYPT}\ncarl:${sha512('right')}`)
  board = await startShielded({ PASSWORD_FILE: file })
})

afterAll(async () => {
  await board.nginx.stop()
  await rm(folder, { recursive: true })
})

/** The status under which the board answers to the address of this machine. */
function statusFor(authorization: string, localAddress = '127.0.0.1', path = CALL): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'x-requested-with': 'rental-board' }
    get({ port: board.nginx.port, host: '127.0.0.1', localAddress, path, headers, agent: false }, reply => {
      reply.resume().once('end', () => resolve(reply.statusCode ?? 0))
    }).once('error', reject)
  })
}

test.each([
  ['nobody', undefined, 401],
  ['a wrong password', login('anna', 'wrong'), 401],
  ['a wrong user', login('dora', 'right'), 401],
  ['another scheme', 'Bearer right', 401],
  ['the right password, by SHA-512', login('anna', 'right'), 200],
])('%s is answered %s', async (_who, authorization, status) => {
  const headers = authorization === undefined ? [] : [['Authorization', authorization] as const]
  for (const target of ['/config.json', CALL, '/']) {
    const reply = await sendRaw(board.nginx.port, { target, headers: [...headers, ownPage] })
    expect(reply.status).toBe(target === '/' && status === 200 ? 404 : status)
    expect(reply.headers.has('www-authenticate')).toBe(status === 401)
  }
})

test('a right password is not checked for each call, and is nowhere on the disk', async () => {
  const timed = async (count: number) => {
    const start = performance.now()
    for (let nth = 0; nth < count; nth += 1) expect(await statusFor(login('bert', 'right'))).toBe(200)
    return (performance.now() - start) / count
  }
  const first = await timed(1)
  const next = await timed(100)
  process.stdout.write(
    `nginx: ${next.toFixed(1)} ms a call with a right password by bcrypt (${first.toFixed(0)} ms)\n`,
  )
  expect(next).toBeLessThan(first / 2)
  const cached = (await board.nginx.cached()).toString('latin1')
  expect(cached).toContain('204 No Content')
  for (const text of ['right', 'bert', btoa('bert:right')]) expect(cached).not.toContain(text)
}, 20_000)

test('guesses are limited by their address, and keep no one out whose password was right', async () => {
  const address = '127.0.0.7'
  expect(await statusFor(login('anna', 'right'), address)).toBe(200)
  const until = Date.now() + REMEMBERED_MS + 2_000
  const polls = atOnce(5, async () => {
    const statuses: number[] = []
    while (Date.now() < until) {
      statuses.push(await statusFor(login('anna', 'right'), address))
      await wait(500)
    }
    return statuses
  })
  let nth = 0
  // Fewer than an address may ask in all, right password or wrong.
  const guesses = await atOnce(4, async () => {
    const statuses: number[] = []
    while (Date.now() < until) {
      nth += 1
      statuses.push(await statusFor(login('anna', `guess ${nth}`), address))
      await wait(40)
    }
    return statuses
  })
  const checked = guesses.flat().filter(status => status === 401).length
  const polled = (await polls).flat()
  process.stdout.write(
    `nginx: ${guesses.flat().length} guesses from one address in ${(REMEMBERED_MS + 2_000) / 1_000} s, ` +
      `${checked} checked; ${polled.length} calls of five users beside them, all answered\n`,
  )
  expect(checked).toBeGreaterThanOrEqual(GUESSES_AT_ONCE)
  expect(checked).toBeLessThan(GUESSES_AT_ONCE + 10)
  expect(new Set(guesses.flat())).toEqual(new Set([401, 429]))
  expect(new Set(polled)).toEqual(new Set([200]))
  expect(polled.length).toBeGreaterThan(30)

  while ((await statusFor(login('anna', 'wrong'), address)) === 401);
  expect(await statusFor(login('carl', 'right'), address)).toBe(429)
  expect(await statusFor(login('carl', 'right'), address, '/')).toBe(429)
  expect(await statusFor(login('carl', 'right'), '127.0.0.8')).toBe(200)
}, 60_000)

test('who leaves the file is out soon, and everyone with the file', async () => {
  expect(await statusFor(login('carl', 'right'))).toBe(200)
  await writeFile(file, `anna:${sha512('right')}`)
  await wait(REMEMBERED_MS + 1_500)
  for (const path of ['/', '/config.json', CALL]) {
    expect(await statusFor(login('carl', 'right'), '127.0.0.9', path)).toBe(401)
    expect(await statusFor(login('anna', 'right'), '127.0.0.9', path)).toBe(path === '/' ? 404 : 200)
  }
  await rm(file)
  await wait(REMEMBERED_MS + 1_500)
  const headers = [['Authorization', login('anna', 'right')] as const, ownPage]
  for (const target of ['/', '/config.json', CALL]) {
    const { status, body } = await sendRaw(board.nginx.port, { target, headers })
    expect(status).toBe(403)
    expect(JSON.parse(body.toString())).toMatchObject({ error: 'no-passwords' })
  }
}, 60_000)
