import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './expect-team.ts'
import { expectDiskToldFull, mountSmallDisk, unmount } from './small-disk.ts'
import { buildSmallPage } from './small-page.ts'
import { runVite, startVite } from './vite-process.ts'

let root: string

beforeAll(async () => {
  root = await buildSmallPage()
}, 60_000)

afterAll(() => rm(root, { recursive: true }))

const commands = ['dev', 'preview'] as const

test.each(commands)('%s makes the folder, beside the page and with those above it', async command => {
  const vite = await startVite(command, { root, env: { TEAM_LIST_DIR: `./kept/${command}` } })
  const server = { port: vite.port, folder: join(root, 'kept', command), isNginx: false }
  expect((await stat(server.folder)).isDirectory()).toBe(true)
  expect((await ask(server, 'a.json', { method: 'PUT', body: '{}' })).status).toBe(201)
  expect((await stat(join(server.folder, 'a.json'))).mode & 0o777).toBe(0o600)
  const elsewhere = await fetch(`http://localhost:${vite.port}/kept/${command}/a.json`)
  expect(await elsewhere.text()).not.toBe('{}')
  await vite.stop()
})

test.each(commands)(
  '%s says that the folder cannot be made, and opens the page all the same',
  async command => {
    const file = join(root, 'file')
    await writeFile(file, 'mine')
    const vite = await startVite(command, { root, env: { TEAM_LIST_DIR: file } })
    expect(vite.output()).toContain(`TEAM_LIST_DIR: the folder ${file} cannot be made (EEXIST)`)
    const server = { port: vite.port, folder: file, isNginx: false }
    for (const options of [{}, { method: 'PUT', body: '{}' }, { method: 'DELETE' }]) {
      const reply = await ask(server, 'a.json', options)
      expect([reply.status, await reply.json()]).toEqual([
        507,
        expect.objectContaining({ error: 'team-list-unwritable' }),
      ])
    }
    expect((await ask(server, '')).status).toBe(507)
    expect((await fetch(`http://localhost:${vite.port}/`)).status).toBe(200)
    expect(vite.output()).toContain('The folder of TEAM_LIST_DIR cannot be read or written: ENOTDIR.')
    await vite.stop()
  },
)

test.each(commands)(
  '%s keeps no list where the page is served from, or over the whole of it',
  async command => {
    await mkdir(join(root, 'public'), { recursive: true })
    for (const folder of ['dist', './dist/team', 'public/team', '.', '..', '/']) {
      const { code, output } = await runVite([command], { root, env: { PORT: '0', TEAM_LIST_DIR: folder } })
      expect(code, folder).toBe(1)
      expect(output).toContain('TEAM_LIST_DIR must be a folder of its own')
      expect(output).not.toMatch(/^\s+at /m)
    }
  },
  60_000,
)

test('without TEAM_LIST_DIR there is no list', async () => {
  const vite = await startVite('dev', { root, env: { TEAM_LIST_DIR: ' ' } })
  const config = await fetch(`http://localhost:${vite.port}/config.json`)
  expect(await config.json()).not.toHaveProperty('teamList')
  expect((await ask({ port: vite.port, folder: '', isNginx: false }, '')).status).toBe(404)
  await vite.stop()
})

test('a full disk is told, and one that is read-only', async context => {
  const folder = await mkdtemp(join(tmpdir(), 'board-disk-'))
  if (!mountSmallDisk(folder)) return context.skip()
  const vite = await startVite('preview', { root, env: { TEAM_LIST_DIR: folder } })
  await expectDiskToldFull({ port: vite.port, folder, isNginx: false }).finally(async () => {
    await vite.stop()
    unmount(folder)
    await rm(folder, { recursive: true })
  })
}, 60_000)
