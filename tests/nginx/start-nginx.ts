import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../browser/free-port.ts'
import { installScripts, type NginxSettings, render } from './render.ts'

export type NginxOptions = {
  settings?: NginxSettings
  /** Further modules of Debian's, by the name of their file without `.so`. */
  modules?: readonly string[]
  /** What goes into `rental-board.d`, TLS for example. */
  include?: string
  /** One unless given. */
  workers?: number
}

export type NginxProcess = {
  port: number
  /** Where configuration, logs and cache are. */
  folder: string
  /** Everything in the access and the error log and on the console. */
  logs(): Promise<string>
  accessLog(): Promise<string>
  /** Every byte of every cache file. */
  cached(): Promise<Buffer>
  /** The command lines of the master and its workers. */
  commandLines(): Promise<string>
  /** The most memory, in MB, that a worker has held so far. */
  peakMegabytes(): Promise<number>
  stop(): Promise<void>
}

/** A main configuration as Debian's, but with every file in `folder` and no rights needed. */
function mainConfig(folder: string, modules: readonly string[], workers: number): string {
  const { uid, username } = userInfo()
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
    ${modules.map(name => `load_module /usr/lib/nginx/modules/${name}.so;`).join('\n')}
    ${uid === 0 ? `user ${username} root;` : ''}
    worker_processes ${workers};
    daemon off;
    pid ${folder}/nginx.pid;
    error_log ${folder}/error.log info;
    events { worker_connections 2048; }
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      ${temporary.map(name => `${name}_temp_path ${folder}/${name};`).join('\n')}
      include ${folder}/board.conf;
    }`
}

/**
 * Renders the template and starts Debian's nginx with it on a loopback port, in a folder of its own and as the
 * current user. Throws what nginx says if it does not start.
 */
export async function startNginx({
  settings = {},
  modules = [],
  include = '',
  workers = 1,
}: NginxOptions = {}): Promise<NginxProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'board-nginx-'))
  const port = Number(settings.PORT ?? (await freePort()))
  await installScripts(folder)
  await mkdir(join(folder, 'rental-board.d'))
  await writeFile(join(folder, 'rental-board.d/test.conf'), include)
  const own = {
    HOST: '127.0.0.1',
    PORT: String(port),
    WEB_ROOT: folder,
    CACHE_DIR: join(folder, 'cache'),
    ACCESS_LOG: join(folder, 'access.log'),
    // Tests ask more than a page.
    PROVIDER_RATE: '1000',
  }
  await writeFile(join(folder, 'board.conf'), await render(folder, { ...own, ...settings }))
  await writeFile(join(folder, 'nginx.conf'), mainConfig(folder, ['ngx_http_js_module', ...modules], workers))

  const child = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  child.stdout.on('data', chunk => printed.push(String(chunk)))
  child.stderr.on('data', chunk => printed.push(String(chunk)))
  const closed = once(child, 'close')
  // A test that fails may never come to stop it.
  const kill = () => child.kill()
  process.once('exit', kill)
  const logs = async () =>
    [
      ...(await Promise.all(['access.log', 'error.log'].map(name => readText(join(folder, name))))),
      ...printed,
    ].join('\n')

  const fail = async (): Promise<never> => {
    throw new Error(`nginx does not start (nginx and libnginx-mod-http-js are needed):\n${await logs()}`)
  }
  await Promise.race([listening(port), closed.then(fail, fail)])
  return {
    port,
    folder,
    logs,
    accessLog: () => readText(join(folder, 'access.log')),
    cached: async () =>
      Buffer.concat(await Promise.all(['cache', 'cache-logins'].map(name => readFolder(join(folder, name))))),
    commandLines: () => readCommandLines(child.pid),
    async peakMegabytes() {
      const peaks = await Promise.all((await workersOf(child.pid)).map(readPeakKilobytes))
      return Math.max(...peaks) / 1_024
    },
    async stop() {
      kill()
      await closed
      process.off('exit', kill)
      await rm(folder, { recursive: true })
    },
  }
}

async function workersOf(master: number | undefined): Promise<string[]> {
  return (await readFile(`/proc/${master}/task/${master}/children`, 'utf8')).trim().split(' ')
}

async function readPeakKilobytes(id: string): Promise<number> {
  return Number(/VmHWM:\s+(\d+)/.exec(await readText(`/proc/${id}/status`))?.[1])
}

async function readCommandLines(master: number | undefined): Promise<string> {
  const processes = [master, ...(await workersOf(master))]
  return (await Promise.all(processes.map(id => readText(`/proc/${id}/cmdline`)))).join('\n')
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}

async function readFolder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Buffer.concat(await Promise.all(files.map(file => readFile(join(file.parentPath, file.name)))))
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/config.json`, { redirect: 'manual' }).catch(
      () => undefined,
    )
    if (response) return
    await wait(20)
  }
}
