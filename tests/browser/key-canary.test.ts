import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { redirectToLogin, status } from '../fake-provider/behaviours.ts'
import { betraysCanary } from '../server/canary.ts'
import { KEY, test } from './board.ts'
import { builtBoard } from './built-board.ts'
import { expectState, openDetail } from './page-parts.ts'
import { rental } from './rentals.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

test('the server’s key is in no file of the built board', async () => {
  const folder = join(builtBoard(), 'dist')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(file => join(file.parentPath, file.name))
  expect(files).toContain(join(folder, 'index.html'))
  for (const file of files) expect(betraysCanary(await readFile(file)), file).toBe(false)
})

test('the server’s key reaches the browser in no way', async ({
  page,
  provider,
  server,
  boardUrl,
  openBoard,
}) => {
  const followed = ['bonne', 'bavarde', 'déroutée', 'cassée']
  const seen: { where: string; bytes: Promise<Buffer | string | undefined> }[] = []
  page.on('request', request => {
    seen.push({ where: 'a request', bytes: Promise.resolve(`${request.url()}\n${request.postData() ?? ''}`) })
    seen.push({ where: 'request headers', bytes: request.allHeaders().then(printed) })
  })
  page.on('response', response => {
    seen.push({ where: `headers of ${response.url()}`, bytes: response.allHeaders().then(printed) })
    // The browser may have let go of a body by now.
    seen.push({ where: `body of ${response.url()}`, bytes: response.body().catch(() => undefined) })
  })
  page.on('console', message => seen.push({ where: 'the console', bytes: Promise.resolve(message.text()) }))

  const json = { 'content-type': 'application/json' }
  provider.set('bonne', rental('bonne', 5))
  provider.set(
    'bavarde',
    status(200, json, JSON.stringify({ success: false, code: 33, message: `clé ${KEY}` })),
  )
  provider.set('déroutée', redirectToLogin)
  provider.set('cassée', status(500, {}, `GET /v1/location/status?apiKey=${encodeURIComponent(KEY)}`))
  await openBoard(page, { tokens: followed })
  await expectState(page, 'bonne', 'downloaded')
  for (const token of ['bavarde', 'déroutée', 'cassée']) await expectState(page, token, 'error')
  // The browser may let go of a body before the test can read it, so these are asked for once more.
  for (const token of followed) {
    const url = `${boardUrl}api/location/status?token=${encodeURIComponent(token)}`
    const reply = await page.request.get(url, { headers: { 'X-Requested-With': 'rental-board' } })
    expect(betraysCanary(await reply.body()), token).toBe(false)
  }
  await provider.kill()
  const detail = await openDetail(page, 'bonne')
  await detail.getByRole('button', { name: 'Vérifier maintenant' }).click()
  await expect(detail).toContainText('502')

  expect(provider.calls.length).toBeGreaterThan(0)
  expect(provider.calls.every(({ keyOk }) => keyOk)).toBe(true)
  // What the board sends from here on would be read while the page closes.
  page.removeAllListeners('request')
  page.removeAllListeners('response')
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  const searched = new Set<string>()
  for (const { where, bytes } of seen) {
    const read = await bytes
    if (read === undefined) continue
    expect(betraysCanary(read), where).toBe(false)
    searched.add(where)
  }
  expect(searched).toContain(`body of ${boardUrl}`)
  expect(betraysCanary(await page.content()), 'the page').toBe(false)
  expect(betraysCanary(kept), 'the storages').toBe(false)
  expect(betraysCanary(await server.logs()), 'the log of the server').toBe(false)
})

function printed(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(pair => pair.join(': '))
    .join('\n')
}
