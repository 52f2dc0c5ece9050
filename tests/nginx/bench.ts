/**
 * Prints what the shield saves, and how much nginx bears on one core. By hand, from the root of the project:
 * `npm run bench:nginx`. Needs nginx, libnginx-mod-http-js and wrk.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fill } from '../fake-provider/fill.ts'
import { startProvider } from '../fake-provider/provider.ts'
import { startNginx } from './start-nginx.ts'
import { follow, shortestPause } from './viewers.ts'

const VIEWERS = 50
const LASTING_MS = 30_000
const CACHE_SECONDS = 5

/** As the board's own page asks. */
const header = ['-H', 'X-Requested-With: rental-board']

const webRoot = fileURLToPath(new URL('../../dist', import.meta.url))
const rentals = fill(30)
const tokens = rentals.map(({ token }) => token)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The provider and nginx, one worker, for as long as `work` takes. */
async function withBoard<Result>(
  cacheSeconds: number,
  work: (port: number, provider: Awaited<ReturnType<typeof startProvider>>) => Promise<Result>,
): Promise<Result> {
  const provider = await startProvider({ apiKey: 'right', rentals })
  const nginx = await startNginx({
    settings: {
      SMSPARTNER_API_URL: provider.url,
      SMSPARTNER_API_KEY: 'right',
      CACHE_SECONDS: String(cacheSeconds),
      VIEWER_RATE: '1000000',
      WEB_ROOT: webRoot,
    },
  })
  try {
    return await work(nginx.port, provider)
  } finally {
    await nginx.stop()
    await provider.close()
  }
}

async function watch(cacheSeconds: number): Promise<void> {
  await withBoard(cacheSeconds, async (port, { calls }) => {
    const statuses = await follow(port, { viewers: VIEWERS, tokens, lasting: LASTING_MS })
    const failed = statuses.filter(status => status !== 200).length
    const pause = (shortestPause(calls) / 1_000).toFixed(1)
    print(
      `cache ${cacheSeconds} s: ${statuses.length} requests, ${failed} failed, ${calls.length} calls upstream, ` +
        `at least ${pause} s between two for one rental`,
    )
    if (failed > 0 || (cacheSeconds > 0 && Number(pause) < cacheSeconds)) process.exitCode = 1
  })
}

/** Runs wrk for ten seconds over fifty connections; an answer that is no 2xx, or none, fails the whole. */
async function press(name: string, url: string): Promise<void> {
  const { stdout } = await promisify(execFile)('wrk', ['-t1', '-c50', '-d10s', '--latency', ...header, url])
  const [, rate] = /Requests\/sec:\s+(\S+)/.exec(stdout) ?? []
  const [, late] = /99%\s+(\S+)/.exec(stdout) ?? []
  const [problem = 'no error'] = /(?:Non-2xx|Socket errors).*/.exec(stdout) ?? []
  print(`${name}: ${rate} requests a second, 99 % within ${late}, ${problem}`)
  if (problem !== 'no error') process.exitCode = 1
}

print(`${VIEWERS} viewers, ${tokens.length} rentals, ${LASTING_MS / 1_000} s`)
await watch(CACHE_SECONDS)
await watch(0)
print('one core, 50 connections, 10 s')
await withBoard(60, async port => {
  await press('the page', `http://127.0.0.1:${port}/`)
  await press('a rental from the cache', `http://127.0.0.1:${port}/api/location/status?token=${tokens[0]}`)
})
