import { expect, type Page } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import { KEY, test } from './board.ts'
import { expectState, follow, openDetail } from './page-parts.ts'
import { rental } from './rentals.ts'

test('a key typed in the demonstration opens the account and travels in a header only', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  provider.set('mienne', rental('mienne', 2))
  const asked: { url: string; key: string | undefined }[] = []
  page.on('request', request => asked.push({ url: request.url(), key: request.headers()['x-api-key'] }))

  await openKeylessBoard(page)
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connecter votre compte SMS Partner' })
  await dialog.getByLabel('Clé API').fill(KEY)
  await dialog.getByRole('button', { name: 'Connecter' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ces locations sont simulées')).toBeHidden()

  await follow(page, ['mienne'])
  await expectState(page, 'mienne', 'ready')
  expect(provider.calls.every(call => call.keyOk)).toBe(true)
  const checks = asked.filter(({ url }) => url.includes('/api/'))
  expect(checks).toContainEqual({
    url: expect.stringMatching(/\/api\/location\/status\?token=mienne$/),
    key: KEY,
  })
  expect(asked.filter(({ url }) => decodeURIComponent(url).includes(KEY))).toEqual([])

  await page.reload()
  await expectState(page, 'mienne', 'ready')
})

const connecting = (page: Page) => page.getByRole('dialog', { name: 'Connecter votre compte SMS Partner' })

async function connect(page: Page, key: string) {
  const dialog = connecting(page)
  await dialog.getByLabel('Clé API').fill(key)
  await dialog.getByRole('button', { name: /^(Connecter|Réessayer)$/ }).click()
}

test('a key is checked before the account counts as connected', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  await openKeylessBoard(page)
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  const answer = connecting(page).getByRole('alert')
  await connect(page, 'wrong')
  await expect(answer).toHaveText(/^SMS Partner ne reconnaît pas cette clé/)

  const body = JSON.stringify({ success: false, code: 30, message: 'Compte bloqué' })
  provider.behave(status(200, { 'content-type': 'application/json' }, body))
  await connect(page, KEY)
  await expect(answer).toHaveText(/^Cette clé est celle d’un compte bloqué/)

  provider.behave(null)
  await connect(page, KEY)
  await expect(connecting(page)).toBeHidden()
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('Compte connecté')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Identifiants de location' })).toBeFocused()

  await page.getByRole('button', { name: 'Réglages' }).click()
  await expect(page.getByRole('dialog', { name: 'Réglages' })).toContainText(`Clé ••••${KEY.slice(-4)}`)
})

test('the dialog opens on its field, ready for a key to be pasted', async ({ page, openKeylessBoard }) => {
  await openKeylessBoard(page)
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  await expect(connecting(page).getByLabel('Clé API')).toBeFocused()
})

test.describe('an unreachable provider', () => {
  test.use({ expectedConsole: [/Failed to load resource/] })

  test('is no wrong key: it can be tried again, or connected without a check', async ({
    page,
    provider,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page)
    await page.getByRole('button', { name: 'Connecter mon compte' }).click()
    await provider.kill()
    await connect(page, KEY)
    await expect(connecting(page).getByRole('alert')).toHaveText(/^La clé n’a pas pu être vérifiée\./)
    await provider.restart()
    await connect(page, KEY)
    await expect(page.getByText('Compte connecté')).toBeVisible()
  })
})

test('a key that counts no more is said once, and the right one ends it', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  for (const token of ['un', 'deux', 'trois']) provider.set(token, rental(token, 5))
  await openKeylessBoard(page)
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  await connect(page, KEY)
  await expect(page.getByText('Compte connecté')).toBeVisible()
  const body = JSON.stringify({ success: false, code: 10, message: 'Clé API incorrecte' })
  provider.behave(status(200, { 'content-type': 'application/json' }, body))
  await follow(page, ['un', 'deux', 'trois'])
  const alert = page.getByRole('alert').filter({ hasText: 'La clé API est refusée par SMS Partner' })
  await expect(alert).toBeVisible()
  provider.behave(null)
  await alert.getByRole('button', { name: 'Indiquer une clé' }).click()
  await connect(page, KEY)
  await expectState(page, 'trois', 'downloaded')
  await expect(alert).toBeHidden()
})

test('a server with a key of its own says that another would do nothing', async ({ page, openBoard }) => {
  await openBoard(page, { at: '?demo' })
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  await expect(connecting(page)).toContainText('Le serveur de ce tableau a déjà une clé')
  await expect(connecting(page).locator(':focus')).toHaveText('Fermer')
  await connecting(page).getByRole('button', { name: 'Quitter la démonstration' }).click()
  await expect(page.getByText('Ces locations sont simulées')).toBeHidden()
  await page.getByRole('button', { name: 'Réglages' }).click()
  await expect(page.getByRole('dialog', { name: 'Réglages' })).toContainText('Clé du serveur')
})

async function checkNow(page: Page, token: string) {
  const detail = await openDetail(page, token)
  await detail.getByRole('button', { name: 'Vérifier maintenant' }).click()
}

test('a key typed, changed or forgotten in one tab is so in all', async ({
  page: here,
  context,
  provider,
  openKeylessBoard,
}) => {
  provider.set('une', rental('une', 2))
  const there = await context.newPage()
  for (const tab of [here, there]) await openKeylessBoard(tab)
  await here.getByRole('button', { name: 'Connecter mon compte' }).click()
  await connect(here, KEY)
  for (const tab of [here, there]) await expect(tab.getByText('Ces locations sont simulées')).toBeHidden()

  await follow(there, ['une'])
  await expectState(there, 'une', 'ready')
  await here.close()
  provider.set('une', rental('une', 5))
  await checkNow(there, 'une')
  await expectState(there, 'une', 'downloaded')
  expect(provider.calls.every(call => call.keyOk)).toBe(true)

  const third = await context.newPage()
  await openKeylessBoard(third)
  const stored = () => third.evaluate(() => Object.values({ ...localStorage, ...sessionStorage }).join())
  expect(await stored()).not.toContain(KEY)
  await there.getByRole('button', { name: 'Réglages' }).click()
  await there.getByRole('button', { name: 'Changer de clé' }).click()
  await connecting(there).getByLabel('Retenir sur cet ordinateur').check()
  await connect(there, KEY)
  await expect.poll(stored).toContain(KEY)

  await there.getByRole('button', { name: 'Réglages' }).click()
  await there.getByRole('button', { name: 'Changer de clé' }).click()
  await connecting(there).getByRole('button', { name: 'Oublier la clé' }).click()
  await expect.poll(stored).not.toContain(KEY)
  await checkNow(third, 'une')
  await expect(third.getByText('Aucune clé API n’est configurée')).toBeVisible()
})
