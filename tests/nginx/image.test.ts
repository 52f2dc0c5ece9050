import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../browser/free-port.ts'
import { deploy, render } from './render.ts'

/** What the official image has in `/etc/nginx`: modules to be loaded, and a configuration that loads none. */
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-image-'))
  await symlink('/usr/lib/nginx/modules', join(folder, 'modules'))
  await cp(join(deploy, 'rental-board'), join(folder, 'rental-board'), { recursive: true })
  const settings = { PORT: String(await freePort()), CACHE_DIR: join(folder, 'cache') }
  await writeFile(join(folder, 'default.conf'), await render(folder, settings))
  await writeFile(
    join(folder, 'nginx.conf'),
    `pid ${folder}/nginx.pid;
     error_log ${folder}/error.log;
     events {}
     http { access_log off; include ${folder}/default.conf; }`,
  )
})

afterAll(() => rm(folder, { recursive: true }))

function checkConfiguration(directives: string) {
  const args = ['-t', '-p', folder, '-c', join(folder, 'nginx.conf'), '-g', directives]
  const { status, stderr } = spawnSync('/usr/sbin/nginx', args, { encoding: 'utf8' })
  return { status, stderr }
}

test('the command that README.md gives the image loads njs, and the configuration holds', async () => {
  const readme = await readFile(join(deploy, 'README.md'), 'utf8')
  const [, directives = ''] = /nginx:stable nginx -g '([^']+)'/.exec(readme) ?? []
  expect(checkConfiguration(directives)).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('test is successful'),
  })
})

test('without it nginx says what is missing', () => {
  const { status, stderr } = checkConfiguration('daemon off;')
  expect(status).not.toBe(0)
  expect(stderr).toContain('unknown directive "js_import"')
})
