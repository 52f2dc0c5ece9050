import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const vite = `${repository}node_modules/vite/bin/vite.js`

export type ServerCommand = 'dev' | 'preview'

export type ViteProcess = {
  port: number
  /** Everything printed so far, on both streams. */
  output(): string
  stop(): Promise<void>
}

export type Launch = {
  /** Where `index.html` is, and the working directory; the configuration is always the project's own. */
  root: string
  /** On top of an environment with one of the project's variables, the budget: tests ask more than a page. */
  env?: NodeJS.ProcessEnv
}

function launch(args: readonly string[], { root, env }: Launch) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [vite, ...args, '--config', `${repository}vite.config.ts`], {
    cwd: root,
    env: { PATH, HOME, NO_COLOR: '1', PROVIDER_RATE: '1000', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  child.stdout.on('data', chunk => printed.push(String(chunk)))
  child.stderr.on('data', chunk => printed.push(String(chunk)))
  return { child, output: () => printed.join('') }
}

/** Runs a command of Vite to its end, and gives its exit code and all that it printed. */
export async function runVite(
  args: readonly string[],
  options: Launch,
): Promise<{ code: number; output: string }> {
  const { child, output } = launch(args, options)
  const [code] = await once(child, 'close')
  return { code, output: output() }
}

/** Starts the real server of the project's configuration on a free port. */
export async function startVite(command: ServerCommand, { root, env }: Launch): Promise<ViteProcess> {
  const { child, output } = launch([command], { root, env: { PORT: '0', ...env } })
  const closed = once(child, 'close')
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /http:\/\/\S*?:(\d+)/.exec(output())
      if (address) resolve(Number(address[1]))
    })
    child.on('close', () => reject(new Error(`vite ${command} stopped: ${output()}`)))
  })
  return {
    port,
    output,
    async stop() {
      child.kill()
      await closed
    },
  }
}
