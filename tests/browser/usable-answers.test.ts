import { expect, type Page } from '@playwright/test'
import { type Behaviour, html502, loginPage200, status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, liveLine, row } from './page-parts.ts'
import { rental } from './rentals.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

test.setTimeout(180_000)

const signIn = 'Vous êtes déconnecté du serveur de suivi : rechargez la page pour vous reconnecter'
const json = { 'content-type': 'application/json' }
const refused = (code: number) => status(200, json, JSON.stringify({ success: false, code, message: 'Non' }))

const answers: readonly { name: string; behaviour: Behaviour; phase: string; words: string }[] = [
  { name: '401', behaviour: status(401), phase: 'Déconnecté', words: signIn },
  { name: '403', behaviour: status(403), phase: 'Déconnecté', words: signIn },
  // The browser itself gives no answer where a proxy that it does not know of asks for a password.
  { name: '407', behaviour: status(407), phase: 'Connexion perdue', words: 'dernières reçues' },
  { name: 'a login page under 200', behaviour: loginPage200, phase: 'Déconnecté', words: signIn },
  { name: '413', behaviour: status(413), phase: 'Sans réponse utilisable', words: 'erreur HTTP 413' },
  { name: '204', behaviour: status(204), phase: 'Sans réponse utilisable', words: 'Réponse vide' },
  { name: '404', behaviour: status(404), phase: 'Sans réponse utilisable', words: 'erreur HTTP 404' },
  { name: '502', behaviour: html502, phase: 'Connexion perdue', words: 'erreur HTTP 502' },
  {
    name: 'an empty success',
    behaviour: status(200, json, '{"success":true}'),
    phase: 'Sans réponse utilisable',
    words: 'Réponse vide de toute information',
  },
  {
    name: 'success with code 10',
    behaviour: status(200, json, '{"success":true,"code":10}'),
    phase: 'À l’arrêt',
    words: 'La clé API est refusée',
  },
  { name: 'code 20', behaviour: refused(20), phase: 'À l’arrêt', words: 'est désactivé' },
  { name: 'code 30', behaviour: refused(30), phase: 'À l’arrêt', words: 'est bloqué' },
  { name: 'code 40', behaviour: refused(40), phase: 'À l’arrêt', words: 'l’accès à son API' },
]

test.describe.configure({ mode: 'parallel' })

for (const { name, behaviour, phase, words } of answers) {
  test(`an open board whose every answer becomes ${name} says so, and recovers by itself`, async ({
    page,
    provider,
    openBoard,
  }) => {
    await page.clock.install()
    provider.set('une', rental('une', 2))
    provider.set('autre', rental('autre', 1))
    await openBoard(page, { tokens: ['une', 'autre'] })
    await expectState(page, 'autre', 'generating')
    await expectState(page, 'une', 'ready')
    await expect(liveLine(page)).toContainText('En direct')
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))

    provider.behave(behaviour)
    await passUntil(page, () => liveLine(page).textContent(), phase)
    await expect(page.getByRole('alert')).toHaveCount(1)
    await expect(page.getByRole('alert')).toContainText(words)
    await expect(page.getByRole('button', { name: 'Recharger' })).toHaveCount(words === signIn ? 1 : 0)
    await expectState(page, 'une', 'ready')
    await expect(row(page, 'une')).toContainText('Femmes, 31 à 49 ans')

    provider.behave(null)
    await passUntil(page, () => liveLine(page).textContent(), 'En direct')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await passUntil(page, async () => String(await page.locator('[data-stale]').count()), '0')
    expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  })
}

for (const { name, behaviour, phase, words } of answers) {
  test(`a wall whose every answer becomes ${name} shows its alarm until one is of use`, async ({
    page,
    provider,
    openBoard,
  }) => {
    await page.clock.install()
    provider.set('une', rental('une', 1))
    await openBoard(page, { tokens: ['une'] })
    await expectState(page, 'une', 'generating')
    await openBoard(page, { at: '?view=wall' })
    const header = page.getByRole('banner')
    await expect(header).toContainText('En direct')

    provider.behave(behaviour)
    const isSignedOut = words === signIn
    await passUntil(page, () => header.textContent(), isSignedOut ? signIn : phase)
    await expect(page.getByRole('alert')).toContainText(isSignedOut ? signIn : phase)
    await expect(header).not.toContainText('En direct')
    await expect(page.getByRole('button', { name: 'Recharger' })).toHaveCount(isSignedOut ? 1 : 0)

    provider.behave(null)
    await passUntil(page, () => header.textContent(), 'En direct')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('a redirect to a login is one, and «Recharger» loads the page', async ({
  page,
  provider,
  openBoard,
}) => {
  await page.clock.install()
  provider.set('une', rental('une', 1))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'generating')
  const isStatus = (url: URL) => url.pathname === '/api/location/status'
  await page.route(isStatus, route =>
    route.fulfill({ status: 302, headers: { location: 'https://login.example/' } }),
  )
  await passUntil(page, () => liveLine(page).textContent(), 'Déconnecté')
  await expect(page.getByRole('alert')).toContainText(signIn)
  await page.unroute(isStatus)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.getByRole('button', { name: 'Recharger' }).click()
  await expectState(page, 'une', 'generating')
  await expect(liveLine(page)).toContainText('En direct')
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBeUndefined()
})

test('a page that opens to nothing but refusals says so, and a second tab too', async ({
  page,
  context,
  provider,
  openBoard,
}) => {
  await page.clock.install()
  provider.behave(status(403))
  await openBoard(page, { tokens: ['une'] })
  await passUntil(page, () => liveLine(page).textContent(), 'Déconnecté')
  const second = await context.newPage()
  await openBoard(second)
  await expect(liveLine(second)).toContainText('Déconnecté')
  await expect(second.getByRole('alert')).toContainText(signIn)
})

test('429 in the body slows the board as long as the reply says', async ({ page, provider, openBoard }) => {
  await page.clock.install()
  provider.set('une', rental('une', 1))
  await openBoard(page)
  const body = '{"success":false,"code":429,"message":"Too many requests"}'
  provider.behave(status(200, { ...json, 'retry-after': '300' }, body))
  await page.getByRole('textbox', { name: 'Identifiants de location' }).fill('une')
  await page.getByRole('button', { name: 'Suivre', exact: true }).click()
  await page.getByRole('button', { name: 'Suivre 1 location' }).click()
  await expect(liveLine(page)).toContainText(/Au ralenti.*le serveur demande d’attendre \d\smin/)
  await expectState(page, 'une', 'pending')
  provider.behave(null)
  await page.clock.fastForward(240_000)
  expect(provider.calls).toHaveLength(1)
  await page.clock.fastForward(60_000)
  await expectState(page, 'une', 'generating')
})

/** Lets the page's time pass, with pauses in which answers come, until it says the words. */
async function passUntil(page: Page, read: () => Promise<string | null>, words: string) {
  const said = async () => {
    const text = (await read())?.replace(/\s/g, ' ') ?? ''
    if (!text.includes(words)) await page.clock.fastForward(3_000)
    return text
  }
  await expect.poll(said, { timeout: 60_000, intervals: [200] }).toContain(words)
}
