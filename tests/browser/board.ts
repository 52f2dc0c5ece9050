import { test as base, expect, type Page } from '@playwright/test'
import { type Provider, startProvider } from '../fake-provider/provider.ts'
import { CANARY } from '../server/canary.ts'
import { type BoardServer, type Engine, startBehindNginx, startPreview } from './board-server.ts'
import { freePort } from './free-port.ts'
import { follow } from './page-parts.ts'

type Opening = {
  /** Pasted into the field, once the board is open. */
  tokens?: readonly string[]
  /** What follows the address: a query, a hash or both. */
  at?: string
}

type Options = {
  /** Console errors and warnings that are part of the test; every other one fails it. */
  expectedConsole: readonly RegExp[]
  /** Seconds that nginx counts a reply as fresh. 0 shares none, and lets every change of the provider's through at once. */
  cacheSeconds: number
}

type TestParts = Options & {
  /** A fresh provider, which knows no rental yet, behind the board's server. */
  provider: Provider
  servers: Servers
  /** The board's server, which has the provider's key. */
  server: BoardServer
  /** The address of the board, whose server has the provider's key. */
  boardUrl: string
  openBoard: (page: Page, opening?: Opening) => Promise<void>
  /** Opens the board of a server that has no key. */
  openKeylessBoard: (page: Page, opening?: Opening) => Promise<void>
  /** Opens the board of a server that has the key and lets files through. */
  openFilesBoard: (page: Page, opening?: Opening) => Promise<void>
}

/** Gives the board's server that has the key, or has none, and lets files through, or does not. */
type Servers = (key: string | undefined, allowsFiles?: boolean) => Promise<BoardServer>

export type WorkerOptions = {
  /** Chosen by the configuration: every test runs with each. */
  engine: Engine
}

type WorkerParts = WorkerOptions & { providerPort: number; viteServers: Servers }

/** The key that the board's server and the provider agree on. */
export const KEY = CANARY

export const test = base.extend<TestParts, WorkerParts>({
  expectedConsole: [[], { option: true }],

  cacheSeconds: [0, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a part needs from this pattern
  providerPort: [async ({}, use) => use(await freePort()), { scope: 'worker' }],

  engine: ['vite', { option: true, scope: 'worker' }],

  // Vite takes its time to start and remembers nothing: one serves all tests of a worker.
  viteServers: [
    ({ providerPort }, use) =>
      whileNeeded((key, allowsFiles) => startPreview({ providerPort, key, allowsFiles }), use),
    { scope: 'worker' },
  ],

  // nginx is there at once: each test has its own, with a cache that knows nothing of another's.
  servers: ({ engine, viteServers, providerPort, cacheSeconds }, use) =>
    engine === 'vite'
      ? use(viteServers)
      : whileNeeded(
          (key, allowsFiles) => startBehindNginx({ providerPort, key, allowsFiles }, cacheSeconds),
          use,
        ),

  server: async ({ servers }, use) => use(await servers(KEY)),

  provider: async ({ providerPort }, use) => {
    const provider = await startProvider({ port: providerPort, apiKey: KEY })
    await use(provider)
    await provider.close()
  },

  boardUrl: ({ server }, use) => use(addressOf(server)),

  openBoard: ({ servers }, use) => use(async (page, at) => open(page, await servers(KEY), at)),

  openKeylessBoard: ({ servers }, use) => use(async (page, at) => open(page, await servers(undefined), at)),

  openFilesBoard: ({ servers }, use) => use(async (page, at) => open(page, await servers(KEY, true), at)),

  // Provider and servers are named before the context, so that they outlive its pages, which ask to the last.
  context: async ({ provider: _, servers: __, context, expectedConsole }, use) => {
    const problems: string[] = []
    // The browser reports a violation of the content security policy here, too, as an error.
    context.on('console', message => {
      const isLoud = message.type() === 'error' || message.type() === 'warning'
      if (isLoud && !expectedConsole.some(expected => expected.test(message.text()))) {
        problems.push(`console.${message.type()}: ${message.text()}`)
      }
    })
    context.on('weberror', error => problems.push(`uncaught: ${error.error().stack}`))
    await use(context)
    expect(problems, 'the page throws and prints nothing').toEqual([])
  },
})

/** Starts each server when it is first asked for, and stops them all at the end. */
async function whileNeeded(start: Servers, use: (servers: Servers) => Promise<void>) {
  const started = new Map<string, Promise<BoardServer>>()
  await use((key, allowsFiles = false) => {
    const name = `${allowsFiles} ${key}`
    const server = started.get(name) ?? start(key, allowsFiles)
    started.set(name, server)
    return server
  })
  for (const server of started.values()) await (await server).stop()
}

function addressOf({ port }: BoardServer): string {
  return `http://127.0.0.1:${port}/`
}

async function open(page: Page, server: BoardServer, { tokens = [], at = '' }: Opening = {}) {
  await page.goto(addressOf(server) + at)
  if (tokens.length > 0) await follow(page, tokens)
}
