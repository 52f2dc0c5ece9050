import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import requestRule from '../../src/server/request-rule.js'
import { dataHeaders } from '../../src/server/security-headers.ts'
import { expectHeaders } from './expect-headers.ts'
import { type RawReply, type RawRequest, sendRaw } from './raw-request.ts'
import { filesBefore, type TeamCase } from './team-cases.ts'

/** A server that keeps its list in the folder. */
export type TeamServer = { port: number; folder: string; isNginx: boolean }

/** Text by path, of every file in the folder and below, hidden ones too. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    paths.map(async path => [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const),
  )
  return Object.fromEntries(texts)
}

/** Makes the folder as it is before each case. */
export async function resetFolder({ folder }: TeamServer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  await Promise.all(names.map(name => rm(join(folder, name), { recursive: true })))
  for (const [name, text] of Object.entries(filesBefore)) await writeFile(join(folder, name), text)
}

/** A connection that was cut leaves nothing behind, a moment later. */
export async function expectFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await expect.poll(() => filesIn(folder), { interval: 5 }).toEqual(files)
}

function addressed(request: RawRequest, port: number): RawRequest {
  const fill = (text: string) => text.replaceAll('{host}', `localhost:${port}`)
  const headers = request.headers?.map(([name, value]) => [name, fill(value)] as const) ?? []
  return { ...request, target: fill(request.target), headers }
}

function expectRefused(reply: RawReply, error: TeamCase['expected'], isHead: boolean): void {
  if (!('error' in error)) return
  const { status, headers, body } = requestRule.errorReply(error.error)
  expect(reply.status).toBe(error.status)
  expect(status).toBe(error.status)
  expectHeaders(reply, { ...dataHeaders, ...headers, 'cache-control': 'no-store' })
  expect(reply.headers.get('allow')).toBe(headers.allow)
  if (!isHead) expect(reply.body.toString()).toBe(body)
}

/** Sends the request of one line of the table, and expects the reply and the folder to be as the line says. */
export async function expectObeyed(server: TeamServer, line: TeamCase): Promise<void> {
  const { request, expected, elsewhere } = line
  await resetFolder(server)
  const reply = await sendRaw(server.port, addressed(request, server.port))

  const files = 'files' in expected ? expected.files : undefined
  await expectFiles(server.folder, files ?? filesBefore)
  const has = [...reply.headers.keys()]
  expect(has.filter(name => /^(?:access-control|dav)/.test(name))).toEqual([])
  const isNew = 'status' in expected && expected.status === 201
  expect(
    reply.bytes
      .toString()
      .match(/^location: \S+/gim)
      ?.map(line => line.slice(10)),
  ).toEqual(isNew ? [request.target] : undefined)
  if ('malformed' in expected || (server.isNginx && elsewhere === 'own-error' && 'error' in expected)) {
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    return
  }
  if (server.isNginx && elsewhere === 'passes' && reply.status === 200) return
  if ('error' in expected) return expectRefused(reply, expected, request.method === 'HEAD')
  expect(reply.status).toBe(expected.status)
  expectHeaders(reply, dataHeaders)
  if (expected.status === 200) {
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(Date.parse(reply.headers.get('date') ?? '')).toBeGreaterThan(Date.now() - 5_000)
  } else expect(reply.body.toString()).toBe('')
  if ('body' in expected) expect(reply.body.toString()).toBe(expected.body)
}

/** A request of the board's own page. */
export async function ask(
  { port }: TeamServer,
  name: string,
  { method = 'GET', body, headers = {} }: { method?: string; body?: string; headers?: HeadersInit } = {},
): Promise<Response> {
  return fetch(`http://localhost:${port}/team/rentals/${name}`, {
    method,
    headers: {
      'X-Requested-With': 'rental-board',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...Object.fromEntries(new Headers(headers)),
    },
    ...(body !== undefined && { body }),
  })
}

/** Expects a tag of a file, the same while its text is. */
export async function expectFileTagged(server: TeamServer): Promise<void> {
  await resetFolder(server)
  const tag = (await ask(server, 'abc.json')).headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[\w-]+"$/)
  const same = await ask(server, 'abc.json', { headers: { 'If-None-Match': tag } })
  expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', tag])
  await ask(server, 'abc.json', { method: 'PUT', body: '{"v":10}' })
  const changed = await ask(server, 'abc.json', { headers: { 'If-None-Match': tag } })
  expect([changed.status, await changed.text()]).toEqual([200, '{"v":10}'])
  expect(changed.headers.get('cache-control')).toBe('no-store')
}

/** Expects the listing's form, its tag once the folder is quiet, and a new one after each change. */
export async function expectListing(server: TeamServer): Promise<void> {
  await resetFolder(server)
  await mkdir(join(server.folder, '.hidden'))
  const fresh = await ask(server, '')
  expect(await fresh.json()).toEqual([
    {
      name: 'abc.json',
      type: 'file',
      mtime: expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/),
      size: 7,
    },
  ])
  expect(fresh.headers.get('cache-control')).toBe('private, no-cache')
  expect(fresh.headers.get('etag')).toBeNull()

  await wait(2_100)
  const tag = (await ask(server, '')).headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"\w+"$/)
  const same = await ask(server, '', { headers: { 'If-None-Match': tag } })
  expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', tag])
  expect(same.headers.get('cache-control')).toBe('private, no-cache')
  expect(same.headers.has('date')).toBe(true)

  for (const change of [{ method: 'PUT', body: '{}' }, { method: 'DELETE' }]) {
    await ask(server, 'abc.json', change)
    const changed = await ask(server, '', { headers: { 'If-None-Match': tag } })
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, null])
    expect(await changed.json()).toHaveLength(change.body === undefined ? 0 : 1)
  }
}
