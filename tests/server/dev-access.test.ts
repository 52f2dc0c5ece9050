import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { betraysCanary, CANARY } from './canary.ts'
import { sendRaw } from './raw-request.ts'
import { runVite, startVite, type ViteProcess } from './vite-process.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** What lies in a working folder besides the page. */
const secrets = [
  'deploy/nginx/board.env',
  '.env',
  '.env.nginx',
  '.htpasswd',
  'passwords',
  '.git/config',
  '.npmrc',
  'package.json',
  'vite.config.ts',
  'notes.md',
  'notes.html',
  'notes.css',
  'notes.svg',
  'tests/x.ts',
  'src/.env',
  'src/passwords',
]

const queries = ['', '?raw', '?import&raw', '?url&import']

const percent = (text: string) => text.replace(/./g, char => `%${char.charCodeAt(0).toString(16)}`)

/** Ways to name a file of the folder `root`. */
const spellings: ((file: string, root: string) => string)[] = [
  file => `/${file}`,
  file => `//${file}`,
  file => `/./${file}`,
  file => `/src/../${file}`,
  file => `/src/%2e%2e/${file}`,
  file => `/src/..%2f${file}`,
  file => `/src/..\\${file}`,
  file => `/@vite/client/../../${file}`,
  file => `/node_modules/.vite/deps/../../../${file}`,
  file => `/${percent(file)}`,
  file => `/${file.replaceAll('.', '%2e')}`,
  file => `/${file.replaceAll('.', '%252e')}`,
  file => `/${file.replaceAll('/', '//')}`,
  file => `/${file.toUpperCase()}`,
  file => `/${file}/`,
  file => `/${file}.`,
  file => `/${file}%20`,
  file => `/${file}%00.js`,
  file => `/${file}%23.js`,
  file => `/${file}%3f.js`,
  file => `/${file}#/src/main.ts`,
  file => `/${file}::$DATA`,
  file => `/public/../${file}`,
  file => `/favicon.svg/../${file}`,
  file => `/@id/${file}`,
  (file, root) => `/@id/${root}/${file}`,
  (file, root) => `/@id/__x00__${root}/${file}`,
  (file, root) => `/@id/__x00__virtual:places/../..${root}/${file}`,
  (file, root) => `/@fs${root}/${file}`,
  (file, root) => `/@fs//${root}/${file}`,
  (file, root) => `/@fs${root}/src/../${file}`,
  (file, root) => `/@fs${root}/src/%2e%2e/${file}`,
  (file, root) => `/@fs${root}/${file}%23/node_modules/vite/dist/client/env.mjs`,
  file => `/@fs/proc/self/cwd/${file}`,
  (file, root) => `/%40fs${root}/${file}`,
  (file, root) => `${root}/${file}`,
  file => `http://localhost/${file}`,
]

const destinations = ['script', 'document', 'empty']

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'board-'))
  await symlink(`${repository}node_modules`, join(root, 'node_modules'))
  const page = '<!doctype html><title>the page</title><script type="module" src="/src/main.ts"></script>'
  const files = secrets.map(file => [file, JSON.stringify({ key: CANARY })] as const)
  for (const [file, text] of [
    ...files,
    ['index.html', page],
    ['src/main.ts', 'document.title = "open"'],
    ['public/favicon.svg', '<svg/>'],
  ] as const) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  const { code, output } = await runVite(['build'], { root, env: { SMSPARTNER_API_KEY: 'demo' } })
  expect(code, output).toBe(0)
}, 60_000)

afterAll(() => rm(root, { recursive: true }))

describe.each(['dev', 'preview'] as const)('%s', command => {
  let server: ViteProcess

  beforeAll(async () => {
    server = await startVite(command, { root, env: { SMSPARTNER_API_KEY: 'demo' } })
  }, 60_000)

  afterAll(() => server.stop())

  test('serves no file of its folder that the page does not need, in whatever spelling', async () => {
    const statuses = new Map<number, number>()
    const betrayed: string[] = []
    const targets = secrets.flatMap(file =>
      spellings.flatMap(spell => queries.map(query => spell(file, root) + query)),
    )
    await inTurns(targets, async (target, nth) => {
      const headers = [['Sec-Fetch-Dest', destinations[nth % destinations.length] ?? ''] as const]
      const { status, bytes } = await sendRaw(server.port, { target, headers })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (betraysCanary(bytes)) betrayed.push(target)
    })
    process.stdout.write(
      `${command}: ${targets.length} addresses of ${secrets.length} files, ${betrayed.length} served\n`,
    )
    expect(betrayed).toEqual([])
    if (command === 'dev') expect([...statuses]).toEqual([[404, targets.length]])
  }, 120_000)

  test.each(['/', '/index.html', '/favicon.svg', '/?view=wall'])('serves %s', async target => {
    expect((await sendRaw(server.port, { target })).status).toBe(200)
  })

  const websocket = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ] as const
  const own = () => ['Origin', `http://localhost:${server.port}`] as const
  const evil = () => ['Origin', 'http://evil.example'] as const
  const hot = ['Sec-WebSocket-Protocol', 'vite-hmr'] as const

  test.each([
    ['/api/location/status?token=abc', () => []],
    ['/healthz', () => []],
    ['/', () => []],
    ['/', () => [hot]],
    ['/', () => [hot, own()]],
    ['/?token=x', () => [hot, own()]],
    ['/?token={token}', () => [hot]],
    ['/?token={token}', () => [hot, evil()]],
    ['/src/?token={token}', () => [hot, own()]],
    ['//[', () => [hot, own()]],
    ['/', () => [['Sec-WebSocket-Protocol', 'vite-ping'] as const, evil()]],
  ] as const)(
    'ends an upgrade at %s that is not its page’s, %#',
    async (target, headers) => {
      const { status } = await sendRaw(server.port, {
        target: target.replace('{token}', await socketToken()),
        headers: [...websocket, ...headers()],
      })
      expect(status).not.toBe(101)
    },
    3_000,
  )

  async function socketToken(): Promise<string> {
    const { body } = await sendRaw(server.port, { target: '/@vite/client' })
    return /wsToken = "([^"]+)"/.exec(body.toString())?.[1] ?? ''
  }

  test.runIf(command === 'dev')('lets its own page hear of updates', async () => {
    const socket = connect({ host: 'localhost', port: server.port })
    const headers = [...websocket, hot, own()].map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const target = `/?token=${await socketToken()}`
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost:${server.port}\r\n${headers}\r\n`)
    const [chunk] = await once(socket, 'data')
    expect(String(chunk)).toContain('101 Switching Protocols')
    socket.destroy()
  })

  test.each([undefined, 'none', 'same-site', 'cross-site'])('opens no editor for %s', async site => {
    const headers = site === undefined ? [] : [['Sec-Fetch-Site', site] as const]
    for (const path of ['/__open-in-editor', '/__OPEN-IN-EDITOR', '/__open-in-editor/']) {
      const { status, body } = await sendRaw(server.port, { target: `${path}?file=/gone`, headers })
      if (command === 'dev') expect(status).toBe(404)
      else expect(body.toString()).toContain('<title>the page</title>')
    }
  })

  test.runIf(command === 'dev')('opens the editor for its own page', async () => {
    const headers = [['Sec-Fetch-Site', 'same-origin'] as const]
    expect((await sendRaw(server.port, { target: '/__open-in-editor?file=/gone', headers })).status).toBe(200)
  })
})

test('dev serves all that the board imports', async () => {
  const server = await startVite('dev', { root: repository, env: { SMSPARTNER_API_KEY: 'demo' } })
  const seen = new Set(['/'])
  const missing: string[] = []
  for (const target of seen) {
    const { status, body } = await sendRaw(server.port, { target })
    if (status !== 200) missing.push(`${target}: ${status}`)
    const imports = body.toString().matchAll(/(?:\bfrom|\bimport|src=|href=)\s*\(?\s*["'](\/[^"']*)["']/g)
    for (const [, path = ''] of imports) seen.add(path)
  }
  await server.stop()
  process.stdout.write(`dev: ${seen.size} files that the board imports, ${missing.length} missing\n`)
  expect(missing).toEqual([])
  expect(seen.size).toBeGreaterThan(250)
}, 120_000)

/** Eight at a time. */
async function inTurns<Item>(items: readonly Item[], act: (item: Item, nth: number) => Promise<void>) {
  const left = items.entries()
  const work = async () => {
    for (const [nth, item] of left) await act(item, nth)
  }
  await Promise.all(Array.from({ length: 8 }, work))
}
