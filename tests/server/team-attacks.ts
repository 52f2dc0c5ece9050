import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect } from 'vitest'
import teamNameRule from '../../src/server/team-name-rule.js'
import { ask, expectFiles, filesIn, resetFolder, type TeamServer } from './expect-team.ts'
import { ownPage } from './proxy-cases.ts'
import { type RawRequest, sendRaw } from './raw-request.ts'
import { filesBefore } from './team-cases.ts'

/** A new folder with files around the place of a team's folder, which is not there yet. */
export async function createSurroundings(): Promise<string> {
  const around = await mkdtemp(join(tmpdir(), 'board-team-'))
  for (const path of ['outside.json', 'abc.json', 'teams/abc.json', 'other/x/abc.json']) {
    await mkdir(dirname(join(around, path)), { recursive: true })
    await writeFile(join(around, path), `"${path}"`)
  }
  return join(around, 'team')
}

const pieces = fc.oneof(
  fc.constantFrom(...'abz019-._~/\\%?#;: '),
  fc.constantFrom('..', '../', '%2e', '%2F', '%5c', '%252f', '%00', '\0', '-2e', '-2f', '-41', '.json'),
  fc.constantFrom(
    'abc.json',
    'outside',
    'teams/',
    '.unfinished/',
    '\xc3\xa9',
    '-c3-a9',
    '-ff',
    '//',
    'x'.repeat(99),
  ),
)
const names = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map(parts => parts.join('')),
  fc.array(pieces, { maxLength: 5 }).map(parts => `${parts.join('')}.json`),
  fc.string({ unit: fc.constantFrom(...'abc019'), minLength: 1, maxLength: 3 }).map(name => `${name}.json`),
  fc
    .string({ unit: fc.constantFrom('a', '-2e', '-2f'), minLength: 1, maxLength: 3 })
    .map(name => `${name}.json`),
  fc.constant(''),
)
const bodies = fc.oneof(
  fc.json({ maxDepth: 3, stringUnit: 'grapheme-ascii' }),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  fc.integer({ min: 16_300, max: 17_000 }).map(length => `"${'x'.repeat(length)}"`),
)
const attacks = fc.record({
  method: fc.constantFrom(
    'PUT',
    'PUT',
    'PUT',
    'PUT',
    'DELETE',
    'GET',
    'MKCOL',
    'MOVE',
    'COPY',
    'PATCH',
    'POST',
  ),
  folder: fc.constantFrom(
    '/team/rentals/',
    '/team/rentals/',
    '/team/rentals/',
    '/team/',
    '/board-team/',
    '/',
  ),
  name: names,
  type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/html'),
  body: bodies,
  destination: names,
})

/** The same 4,000 requests each time. */
const attackList = fc.sample(attacks, { numRuns: 4_000, seed: 22 })

function requestOf({
  method,
  folder,
  name,
  type,
  body,
  destination,
}: (typeof attackList)[number]): RawRequest {
  const moves = method === 'MOVE' || method === 'COPY'
  return {
    method,
    target: folder + name,
    headers: [
      ownPage,
      ['Content-Type', type],
      ['Content-Length', String(method === 'PUT' ? body.length : 0)],
      ...(moves ? [['Destination', `/team/rentals/${encodeURI(destination)}`] as const] : []),
    ],
    body: method === 'PUT' ? body : '',
  }
}

/** Expects that nothing of 4,000 guesses reaches beyond the folder, and that only rentals stand in it. */
export async function expectFuzzHarmless(server: TeamServer): Promise<void> {
  await resetFolder(server)
  const around = dirname(server.folder)
  const outside = async () =>
    Object.entries(await filesIn(around)).filter(([path]) => !path.startsWith('team/'))
  const before = await outside()
  const statuses: number[] = []
  const queue = [...attackList]
  const work = async () => {
    for (let attack = queue.pop(); attack; attack = queue.pop())
      statuses.push((await sendRaw(server.port, requestOf(attack))).status)
  }
  await Promise.all(Array.from({ length: 8 }, work))

  expect(await outside()).toEqual(before)
  await expect.poll(async () => Object.keys(await filesIn(join(server.folder))).filter(isHidden)).toEqual([])
  const files = Object.entries(await filesIn(server.folder))
  for (const [name, text] of files) {
    expect(teamNameRule.tokenOfTeamFile(name), name).toBeDefined()
    expect(() => JSON.parse(text), text).not.toThrow()
  }
  const count = (status: number) => statuses.filter(each => each === status).length
  expect(statuses).toHaveLength(attackList.length)
  expect(Math.max(...statuses)).toBeLessThan(500)
  expect(count(201)).toBeGreaterThan(50)
  expect(files.length).toBeGreaterThan(30)
  process.stdout.write(
    `${statuses.length} guesses: ${count(200)} read, ${count(201) + count(204)} written or removed, ${files.length} files left\n`,
  )
}

function isHidden(path: string): boolean {
  return path.startsWith('.')
}

/** Begins to write, and cuts the connection within the body. */
async function cutWithin(port: number, head: string, start: string): Promise<void> {
  const socket = connect({ host: 'localhost', port })
  socket.on('error', () => undefined)
  const base = `PUT /team/rentals/abc.json HTTP/1.1\r\nHost: localhost:${port}\r\nSec-Fetch-Site: same-origin\r\n`
  socket.write(`${base}Content-Type: application/json\r\n${head}\r\n\r\n${start}`)
  await wait(100)
  socket.destroy()
}

/** Expects the old file after a body that breaks off, and nothing beside it. */
export async function expectCutHarmless(server: TeamServer): Promise<void> {
  await resetFolder(server)
  await cutWithin(server.port, 'Content-Length: 100', '{"v":2')
  await cutWithin(server.port, 'Content-Length: 100', '{"v":2}')
  await cutWithin(server.port, 'Transfer-Encoding: chunked', '7\r\n{"v":2}\r\n')
  await cutWithin(server.port, 'Content-Length: 7', '')
  await expectFiles(server.folder, filesBefore)
  expect((await ask(server, 'abc.json', { method: 'PUT', body: '{"v":3}' })).status).toBe(204)
  await expectFiles(server.folder, { 'abc.json': '{"v":3}' })
}

/** Expects that whoever reads while others write sees one of their texts, whole. */
export async function expectWholeReads(server: TeamServer): Promise<void> {
  const texts = Array.from({ length: 4 }, (_, nth) => JSON.stringify(String(nth).repeat(16_000 - nth)))
  await resetFolder(server)
  const [first = ''] = texts
  await ask(server, 'abc.json', { method: 'PUT', body: first })
  const write = (body: string) => ask(server, 'abc.json', { method: 'PUT', body })
  const read = async () => (await ask(server, 'abc.json')).text()
  for (let round = 0; round < 20; round++) {
    const [replies, seen] = await Promise.all([
      Promise.all(texts.map(write)),
      Promise.all([read(), read(), read(), read()]),
    ])
    expect(replies.map(({ status }) => status)).toEqual(texts.map(() => 204))
    for (const text of seen) expect(texts).toContain(text)
  }
  expect(texts).toContain(await readFile(join(server.folder, 'abc.json'), 'utf8'))
}

/** Expects words in JSON, and nothing else, where something stands in the place of a file or the folder is gone. */
export async function expectToldUnwritable(server: TeamServer): Promise<void> {
  await resetFolder(server)
  await mkdir(join(server.folder, 'dir.json'))
  const failing = [
    ['dir.json', { method: 'PUT', body: '{}' }],
    ['dir.json', { method: 'DELETE' }],
    ['dir.json', {}],
  ] as const
  for (const [name, options] of failing) await expectUnwritable(await ask(server, name, options))
  expect((await stat(join(server.folder, 'dir.json'))).isDirectory()).toBe(true)
  await expectFiles(server.folder, filesBefore)

  await rm(server.folder, { recursive: true })
  await expectUnwritable(await ask(server, ''))
  for (const options of [{ method: 'PUT', body: '{}' }, { method: 'DELETE' }, {}])
    await expectUnwritable(await ask(server, 'abc.json', options))
  await expect(stat(server.folder)).rejects.toThrow('ENOENT')
}

async function expectUnwritable(reply: Response): Promise<void> {
  expect(await reply.json()).toMatchObject({ success: false, error: 'team-list-unwritable' })
  expect(reply.status).toBe(507)
  expect(reply.headers.get('cache-control')).toBe('no-store')
}
