import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer, type InlineConfig } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildVersion } from '../../src/server/build-version.ts'

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'board-version-'))
  await Promise.all([
    write(
      'index.html',
      '<html><head></head><body><script type="module" src="/main.js"></script></body></html>',
    ),
    write('main.js', 'import "./page.css"; import("./later.js")'),
    write('page.css', 'body { color: red }'),
    write('later.js', 'export const word = "first"; document.title = word'),
  ])
})

afterAll(() => rm(root, { recursive: true }))

function write(name: string, text: string): Promise<void> {
  return writeFile(join(root, name), text)
}

const config = (): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [buildVersion()],
})

/** Builds the page; gives the version that it carries and the one that its server names. */
async function versions() {
  await build(config())
  const [page, file] = await Promise.all(
    ['index.html', 'version.json'].map(name => readFile(join(root, 'dist', name), 'utf8')),
  )
  return { page: /<meta name="build-version" content="(\w+)" \/>/.exec(page ?? '')?.[1], file: file ?? '' }
}

test('a build carries the version that it names', async () => {
  const { page, file } = await versions()
  expect(page).toMatch(/^[0-9a-f]{16}$/)
  expect(JSON.parse(file)).toEqual({ version: page })
})

test('the same sources make the same version', async () => {
  expect(await versions()).toEqual(await versions())
})

test.each([
  ['later.js', 'export const word = "second"; document.title = word'],
  ['page.css', 'body { color: blue }'],
  [
    'index.html',
    '<html lang="fr"><head></head><body><script type="module" src="/main.js"></script></body></html>',
  ],
])('a change of %s makes another version', async (name, text) => {
  const before = await versions()
  await write(name, text)
  expect((await versions()).page).not.toBe(before.page)
})

test('the development server names no build', async () => {
  const server = await createServer({ ...config(), server: { host: '127.0.0.1', port: 0 } })
  await server.listen()
  const reply = await fetch(new URL('/version.json', server.resolvedUrls?.local[0]))
  expect(reply.headers.get('content-type')).toBe('application/json')
  expect(await reply.json()).toEqual({ version: 'development' })
  await server.close()
})
