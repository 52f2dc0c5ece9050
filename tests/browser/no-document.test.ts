import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { expect, type Page } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import type { Provider } from '../fake-provider/provider.ts'
import { test } from './board.ts'
import { rental } from './rentals.ts'

test.use({ expectedConsole: [/./] })

const TOKEN = '<script>localStorage.setItem("ran",1)</script>'

/** Each would run the token as a script if it were taken for what it says it is. */
const types = [
  'text/html',
  'application/xhtml+xml',
  'image/svg+xml',
  'text/xml',
  'multipart/x-mixed-replace',
  '',
]

/** A page in the words of the provider, with the token in it. */
function echo(type: string) {
  const isXml = type.includes('xml')
  const page = isXml
    ? `<html xmlns="http://www.w3.org/1999/xhtml"><body>${TOKEN}</body></html>`
    : `<!doctype html><title>Erreur</title>${TOKEN}`
  return status(200, type === '' ? {} : { 'content-type': type }, page)
}

function tell(provider: Provider, type: string) {
  provider.behave(echo(type))
  provider.setFile(TOKEN, echo(type), { keeps: true })
}

/** The addresses under which the provider would speak in the board's name. */
function addresses(boardUrl: string): string[] {
  const query = `?token=${encodeURIComponent(TOKEN).replaceAll('!', '%21')}`
  return [`${boardUrl}api/location/status${query}`, `${boardUrl}api/location/file/download${query}`]
}

async function ran(page: Page, boardUrl: string): Promise<string | null> {
  await page.goto(boardUrl)
  return page.evaluate(() => localStorage.getItem('ran'))
}

for (const type of types) {
  test(`a typed address shows no ${type || 'untyped'} page of the provider’s`, async ({
    page,
    provider,
    boardUrl,
  }) => {
    tell(provider, type)
    for (const address of addresses(boardUrl)) {
      const reply = await page.goto(address)
      expect(reply?.status()).toBeGreaterThanOrEqual(403)
      expect(reply?.headers()['content-type']).toBe('application/json; charset=utf-8')
      expect(reply?.headers()['content-security-policy']).toContain('sandbox')
    }
    expect(await ran(page, boardUrl)).toBeNull()
    expect(provider.calls).toEqual([])
  })

  test(`what the page fetches is no document, though it is ${type || 'untyped'}`, async ({
    page,
    provider,
    boardUrl,
  }) => {
    tell(provider, type)
    await page.goto(boardUrl)
    const [address = ''] = addresses(boardUrl)
    const sent = await page.evaluate(async url => {
      const reply = await fetch(url)
      return { type: reply.headers.get('content-type'), text: await reply.text() }
    }, address)
    expect(sent.type).toBe('text/plain')
    expect(sent.text).toContain('<script>')
  })
}

/** A site of somebody else's whose page holds the addresses in every way that a page can. */
async function startForeignSite(targets: readonly string[]): Promise<Server> {
  const holders = targets.flatMap(target => [
    `<iframe src="${target}"></iframe>`,
    `<object data="${target}"></object>`,
    `<embed src="${target}">`,
    `<img src="${target}">`,
    `<link rel="stylesheet" href="${target}">`,
    `<script src="${target}"></script>`,
    `<script>window.open("${target}")</script>`,
  ])
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html>${holders.join('')}<a>là</a>`)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

test('a page on another site gets none of it, in a frame, a window or as a part of its own', async ({
  page,
  context,
  provider,
  boardUrl,
}) => {
  tell(provider, 'text/html')
  const site = await startForeignSite(addresses(boardUrl))
  const address = site.address()
  if (typeof address !== 'object' || address === null) throw new Error('the site listens on no port')
  // Another site, and another port of this machine.
  for (const name of ['localhost', '127.0.0.1']) {
    await page.goto(`http://${name}:${address.port}/`, { waitUntil: 'networkidle' })
    await expect.poll(() => context.pages().length).toBeGreaterThan(1)
  }
  expect(await ran(page, boardUrl)).toBeNull()
  expect(provider.calls).toEqual([])
  site.closeAllConnections()
  site.close()
})

test('the board itself asks, and is answered', async ({ page, provider, boardUrl, openBoard }) => {
  provider.set('une', rental('une', 2))
  const asked = page.waitForRequest(/location\/status/)
  await openBoard(page, { tokens: ['une'] })
  expect(await (await asked).headerValue('x-requested-with')).toBe('rental-board')
  await expect(page.getByText('Prête').first()).toBeVisible()
  expect(page.url()).toBe(boardUrl)
})
