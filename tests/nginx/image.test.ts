import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../browser/free-port.ts'
import { deploy } from './render.ts'

/** What the official image has in `/etc/nginx`: modules to be loaded, and a configuration that loads none. */
let folder: string
let settings: string
let command: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-image-'))
  await symlink('/usr/lib/nginx/modules', join(folder, 'modules'))
  await mkdir(join(folder, 'conf.d'))
  await mkdir(join(folder, 'bin'))
  const nginx = `#!/bin/sh\nexec /usr/sbin/nginx -p ${folder} -c ${folder}/nginx.conf "$@"\n`
  await writeFile(join(folder, 'bin/nginx'), nginx, { mode: 0o755 })
  await writeFile(
    join(folder, 'nginx.conf'),
    `pid ${folder}/nginx.pid;
     error_log ${folder}/error.log;
     events {}
     http { access_log off; include ${folder}/conf.d/*.conf; }`,
  )
  const delivered = await readFile(join(deploy, 'board.env'), 'utf8')
  settings = delivered
    .replace(/^PORT=.*/m, `PORT=${await freePort()}`)
    .replace(/^CACHE_DIR=.*/m, `CACHE_DIR=${folder}/cache`)
    .replace(/^ACCESS_LOG=.*/m, `ACCESS_LOG=${folder}/access.log`)
  const readme = await readFile(join(deploy, 'README.md'), 'utf8')
  command = /nginx:stable sh -c '([^']+)'/.exec(readme)?.[1] ?? 'exit 9'
})

afterAll(() => rm(folder, { recursive: true }))

/** Runs what README.md gives the image, with its folders in `folder`, until nginx would serve: it checks instead. */
async function runImage(text: string) {
  await writeFile(join(folder, 'board.env'), text)
  const here = command
    .replace('.env.nginx', `${folder}/board.env`)
    .replaceAll('/etc/nginx/', `${folder}/`)
    .replace('exec nginx', 'exec nginx -t')
  const env = { PATH: `${folder}/bin:${process.env.PATH}` }
  const { status, stderr } = spawnSync('sh', ['-c', here], {
    cwd: join(deploy, '../..'),
    encoding: 'utf8',
    env,
  })
  return { status, stderr }
}

test('the command that README.md gives the image loads njs, and the configuration holds', async () => {
  const { status, stderr } = await runImage(settings)
  expect(status, stderr).toBe(0)
  expect(stderr.match(/test is successful/g)).toHaveLength(2)
  expect(await readdir(join(folder, 'conf.d'))).toEqual(['default.conf'])
})

test('it serves nothing when the settings are not understood', async () => {
  await rm(join(folder, 'conf.d/default.conf'))
  const { status, stderr } = await runImage(settings.replace('PASSWORD_FILE=', 'export PASSWORD_FILE='))
  expect(status).not.toBe(0)
  expect(stderr).toContain('PASSWORD_FILE must be written as PASSWORD_FILE=value')
  expect(stderr).not.toContain('successful')
})
