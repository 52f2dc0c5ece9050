import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startFakeUpstream } from '../server/fake-upstream.ts'
import { deploy, render } from './render.ts'
import { startNginx } from './start-nginx.ts'

let folder: string
let template: string
let delivered: readonly (readonly [name: string, value: string])[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-render-'))
  template = await readFile(join(deploy, 'templates/default.conf.template'), 'utf8')
  const lines = (await readFile(join(deploy, 'board.env'), 'utf8')).split('\n')
  delivered = lines
    .filter(line => /^[A-Z]/.test(line))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const)
})

afterAll(() => rm(folder, { recursive: true }))

test('every variable of the template has its line in board.env, and the other way round', () => {
  const used = Array.from(template.matchAll(/\$\{(\w+)\}/g), ([, name]) => name)
  const named = delivered.map(([name]) => name).filter(name => name !== 'NGINX_ENTRYPOINT_LOCAL_RESOLVERS')
  expect([...new Set(used)].toSorted()).toEqual(named.toSorted())
})

test('the official image renders the same, for it replaces every variable of its environment', async () => {
  const settings = {
    SMSPARTNER_API_KEY: 'a$b&c"d',
    SERVER_NAME: 'a.test b.test',
    NGINX_LOCAL_RESOLVERS: '192.0.2.1',
  }
  const image = {
    PATH: process.env.PATH,
    HOME: '/root',
    HOSTNAME: 'box',
    NGINX_VERSION: '1.28.0',
    NJS_VERSION: '0.9',
  }
  const env = { ...image, ...Object.fromEntries(delivered), ...settings }
  const names = Object.keys(env).map(name => `\${${name}}`)
  const rendered = execFileSync('envsubst', [names.join(' ')], { input: template, env, encoding: 'utf8' })
  expect(rendered).toBe(await render(folder, settings))
  expect(rendered).toContain(`default 'a$b&c"d';`)
})

test('nothing of the environment is replaced that is not a setting of the board', async () => {
  vi.stubEnv('uri', 'oops')
  vi.stubEnv('SERVER_NAME', 'oops')
  expect(await render(folder, {})).not.toContain('oops')
  vi.unstubAllEnvs()
})

test('without name servers, those of the machine are taken', async () => {
  const servers = (await readFile('/etc/resolv.conf', 'utf8')).matchAll(/^nameserver\s+(\S+)/gm)
  const expected = Array.from(servers, ([, address = '']) =>
    address.includes(':') ? `[${address}]` : address,
  )
  const [, resolvers = ''] = /resolver (.*);/.exec(await render(folder, {})) ?? []
  expect(resolvers.trim().split(' ')).toEqual(expected)
})

test('a setting file that is not there is said, and renders nothing', () => {
  const { status, stdout, stderr } = spawnSync('sh', [join(deploy, 'render.sh'), '/nowhere'], {
    encoding: 'utf8',
  })
  expect(status).not.toBe(0)
  expect(stdout).toBe('')
  expect(stderr).toContain('/nowhere')
})

test.each(['a$b', '$uri', `\${uri}`, 'a"b', 'a;b', 'a}b', '#a', 'a|b'])(
  'nginx takes the key %s as it is',
  async key => {
    const upstream = await startFakeUpstream()
    const nginx = await startNginx({
      settings: { SMSPARTNER_API_KEY: key, SMSPARTNER_API_URL: upstream.url },
    })
    await fetch(`http://127.0.0.1:${nginx.port}/api/location/status?token=abc`)
    expect(upstream.calls.map(({ target }) => target)).toEqual([
      `/v1/location/status?apiKey=${encodeURIComponent(key)}&token=abc`,
    ])
    await nginx.stop()
    await upstream.close()
  },
)
