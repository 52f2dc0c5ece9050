import { test as base, expect, type Page } from '@playwright/test'
import { CANARY } from '../server/canary.ts'
import { startVite, type ViteProcess } from '../server/vite-process.ts'
import { type Provider, startProvider } from '../stand-in/provider.ts'
import { builtBoard } from './built-board.ts'
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
}

type TestParts = Options & {
  /** A fresh provider, which knows no rental yet, behind the board's server. */
  provider: Provider
  /** The address of the board, whose server has the provider's key. */
  boardUrl: string
  openBoard: (page: Page, opening?: Opening) => Promise<void>
  /** Opens the board of a server that has no key. */
  openKeylessBoard: (page: Page, opening?: Opening) => Promise<void>
}

type WorkerParts = { providerPort: number; server: ViteProcess; keylessServer: ViteProcess }

/** The key that the board's server and the provider agree on. */
export const KEY = CANARY

export const test = base.extend<TestParts, WorkerParts>({
  expectedConsole: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a part needs from this pattern
  providerPort: [async ({}, use) => use(await freePort()), { scope: 'worker' }],

  server: [async ({ providerPort }, use) => serve(providerPort, KEY, use), { scope: 'worker' }],

  keylessServer: [async ({ providerPort }, use) => serve(providerPort, undefined, use), { scope: 'worker' }],

  provider: async ({ providerPort }, use) => {
    const provider = await startProvider({ port: providerPort, apiKey: KEY })
    await use(provider)
    await provider.close()
  },

  boardUrl: ({ server }, use) => use(addressOf(server)),

  // The provider is not spoken to here, but must be up.
  openBoard: ({ server, provider: _ }, use) => use(opener(server)),

  openKeylessBoard: ({ keylessServer, provider: _ }, use) => use(opener(keylessServer)),

  context: async ({ context, expectedConsole }, use) => {
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

async function serve(
  providerPort: number,
  key: string | undefined,
  use: (server: ViteProcess) => Promise<void>,
): Promise<void> {
  const server = await startVite('preview', {
    root: builtBoard(),
    env: {
      HOST: '127.0.0.1',
      SMSPARTNER_API_URL: `http://127.0.0.1:${providerPort}/v1`,
      ...(key !== undefined && { SMSPARTNER_API_KEY: key }),
    },
  })
  await use(server)
  await server.stop()
}

function addressOf({ port }: ViteProcess): string {
  return `http://127.0.0.1:${port}/`
}

function opener(server: ViteProcess): TestParts['openBoard'] {
  return async (page, { tokens = [], at = '' } = {}) => {
    await page.goto(addressOf(server) + at)
    if (tokens.length > 0) await follow(page, tokens)
  }
}
