/**
 * Prints what the board costs at 0, 100, 1,000 and 5,000 rentals, beside a table written by hand that holds the same.
 * By hand, from the root of the project: `npm run bench`. Needs Debian's Chromium.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium as playwright } from '@playwright/test'
import { chromium } from '../browser/chromium.ts'
import { startProvider } from '../fake-provider/provider.ts'
import { runVite, startVite } from '../server/vite-process.ts'
import { type Loading, load, openPage, watch, weigh } from './measure.ts'
import { median } from './median.ts'
import { changed, type Seed, seed } from './seeds.ts'
import { serveVanilla } from './serve-vanilla.ts'
import { pasting, scrolling, typingCosts } from './using.ts'

const COUNTS = (process.env.COUNTS ?? '0,100,1000,5000').split(',').map(Number)
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const WATCHED_SECONDS = 20
const KEY = 'bench'
/**
 * Under Playwright's inspector, V8 parses whole files anew when an `Error` is made, which React does three times as it
 * starts: 30 to 60 ms that nobody has who does not inspect the page. With this it remembers what it would look for.
 */
const AS_IF_NOT_INSPECTED = '--js-flags=--no-enable-lazy-source-positions'

const repository = fileURLToPath(new URL('../../', import.meta.url))

type Figures = Record<string, string>

function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

function medianOf(loadings: readonly Loading[], field: keyof Loading): number {
  return median(loadings.map(loading => loading[field]))
}

async function loadCold(browser: Browser, address: string, seeded: Seed, slowdown = 1): Promise<Loading> {
  const page = await openPage(browser, new URL(address).origin, seeded)
  const loading = await load(page, address, slowdown)
  await page.context().close()
  return loading
}

/** The board and the table by turns, so that whatever else the machine does meets both. */
async function loadings(
  browser: Browser,
  board: string,
  table: string,
  seeded: Seed,
): Promise<[Figures, Figures]> {
  const boards: Loading[] = []
  const tables: Loading[] = []
  const slowed: Loading[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    boards.push(await loadCold(browser, board, seeded))
    if (seeded.rentals.length > 0) tables.push(await loadCold(browser, table, seeded))
    slowed.push(await loadCold(browser, board, seeded, 4))
  }
  return [
    {
      'JavaScript, kB gzip': (medianOf(boards, 'scripts') / 1_000).toFixed(1),
      'CSS, kB gzip': (medianOf(boards, 'styles') / 1_000).toFixed(1),
      'requests before the first row': String(medianOf(boards, 'requests')),
      'first row, ms': medianOf(boards, 'first').toFixed(0),
      'blocking, ms': medianOf(boards, 'blocking').toFixed(0),
      'blocking at 4× slowdown, ms': medianOf(slowed, 'blocking').toFixed(0),
      'longest task, ms': medianOf(boards, 'longest').toFixed(0),
    },
    {
      'first row, ms': medianOf(tables, 'first').toFixed(0),
      'blocking, ms': medianOf(tables, 'blocking').toFixed(0),
      'longest task, ms': medianOf(tables, 'longest').toFixed(0),
    },
  ]
}

/** Leaves the board alone with its checks, then has the provider change a rental at every check. */
async function runs(
  browser: Browser,
  address: string,
  seeded: Seed,
  provider: Awaited<ReturnType<typeof startProvider>>,
): Promise<Figures> {
  const page = await openPage(browser, new URL(address).origin, seeded)
  await load(page, address)
  await page.waitForTimeout(15_000)
  provider.calls.length = 0
  const quiet = await watch(page, WATCHED_SECONDS)
  const quietReplies = provider.calls.length
  const { search, slowestKey, untilDrawn } = await typingCosts(page, seeded.rentals.length)
  const scroll = await scrolling(page, seeded.rentals.length)
  for (const { token, reply } of seeded.rentals) provider.set(token, changed(reply))
  provider.calls.length = 0
  const changing = await watch(page, WATCHED_SECONDS)
  const changes = provider.calls.length
  const { heap, nodes } = await weigh(page)
  const paste = await pasting(page)
  await page.context().close()
  const ticks = quiet.commits / quiet.seconds
  return {
    'replies a second': (quietReplies / quiet.seconds).toFixed(1),
    'busy, %': (quiet.busy * 100).toFixed(1),
    'busy while every reply changes something, %': (changing.busy * 100).toFixed(1),
    'commits a second, nothing changes': ticks.toFixed(1),
    'commits for a reply that changes a rental':
      changes === 0 ? '–' : Math.max(0, (changing.commits - ticks * changing.seconds) / changes).toFixed(1),
    'heap, MB': (heap / 1e6).toFixed(1),
    elements: String(nodes),
    'search, ms a key': search,
    'search, slowest key, ms': slowestKey,
    'search, key to its picture, slowest, ms': untilDrawn,
    'slowest frame while scrolling, ms': scroll,
    'paste of 1,000 tokens to its preview, ms': paste,
  }
}

async function bench(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'board-bench-'))
  const built = await runVite(['build', repository, '--outDir', join(root, 'dist'), '--emptyOutDir'], {
    root,
  })
  if (built.code !== 0) throw new Error(built.output)
  const vanilla = await serveVanilla()
  const { args = [], ...options } = chromium?.launchOptions ?? {}
  const browser = await playwright.launch({ ...options, args: [...args, AS_IF_NOT_INSPECTED] })
  const columns = new Map<string, Figures>()
  for (const count of COUNTS) {
    const seeded = seed(count)
    const provider = await startProvider({ apiKey: KEY, rentals: seeded.rentals })
    const env = { HOST: '127.0.0.1', SMSPARTNER_API_URL: provider.url, SMSPARTNER_API_KEY: KEY }
    const server = await startVite('preview', { root, env })
    const board = `http://127.0.0.1:${server.port}/`
    const [own, table] = await loadings(browser, board, `${vanilla.origin}/`, seeded)
    columns.set(String(count), { ...own, ...(await runs(browser, board, seeded, provider)) })
    if (count > 0) columns.set(`${count} by hand`, table)
    await server.stop()
    await provider.close()
  }
  await browser.close()
  vanilla.close()
  await rm(root, { recursive: true })
  printTable(columns)
}

function printTable(columns: ReadonlyMap<string, Figures>): void {
  const rows = [...new Set([...columns.values()].flatMap(figures => Object.keys(figures)))]
  print(`| ${['rentals', ...columns.keys()].join(' | ')} |`)
  print(`|${'---|'.repeat(columns.size + 1)}`)
  for (const row of rows)
    print(`| ${[row, ...[...columns.values()].map(figures => figures[row] ?? '')].join(' | ')} |`)
  print()
  print(
    `Medians of ${ROUNDS} cold loadings by turns, on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}.`,
  )
}

await bench()
