import { spawnSync } from 'node:child_process'
import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where everything for nginx is delivered from. */
export const deploy = fileURLToPath(new URL('../../deploy/nginx', import.meta.url))

/** Values for the variables of `deploy/nginx/board.env`. */
export type NginxSettings = Readonly<Record<string, string>>

/** The settings as an environment file, on top of the one that is delivered. */
async function environmentFile(settings: NginxSettings): Promise<string> {
  const delivered = await readFile(join(deploy, 'board.env'), 'utf8')
  return Object.entries(settings).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^${name}=.*$`, 'm'), () => `${name}=${value}`),
    delivered,
  )
}

/** Renders the template with the delivered script. */
export async function render(folder: string, settings: NginxSettings): Promise<string> {
  const file = join(folder, 'board.env')
  await writeFile(file, await environmentFile(settings))
  const { status, stdout, stderr } = spawnSync('sh', [join(deploy, 'render.sh'), file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the template cannot be rendered: ${stderr}`)
  return stdout
}

/** Copies to `rental-board` in `folder` what README.md has copied to `/etc/nginx/rental-board`. */
export async function installScripts(folder: string): Promise<void> {
  const target = join(folder, 'rental-board')
  await cp(join(deploy, 'rental-board'), target, { recursive: true })
  const server = join(deploy, '../../src/server')
  const rules = (await readdir(server)).filter(name => name.endsWith('-rule.js'))
  await Promise.all(rules.map(name => copyFile(join(server, name), join(target, name))))
}
