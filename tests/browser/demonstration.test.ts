import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { demoRentals } from '../../src/demo/demo-rentals.ts'
import { KEY, test } from './board.ts'
import { expectState, openDetail, paste, press, rows } from './page-parts.ts'
import { rental } from './rentals.ts'

const COMPIEGNE = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const simulated = 'Ces locations sont simulées'

test('a server without a key opens the demonstration, which says so and keeps nothing', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  await openKeylessBoard(page)
  await expect(page.getByText('Aucune clé sur le serveur', { exact: true })).toBeVisible()
  await expect(page.getByText(simulated)).toBeVisible()
  await expect(rows(page)).toHaveCount(demoRentals.length)
  expect(provider.calls).toEqual([])
  expect(await stored(page)).toEqual([])
})

test('plays the life of its rentals', async ({ page, openBoard }) => {
  await page.clock.install()
  await openBoard(page, { at: '?demo' })
  await expect(rows(page)).toHaveCount(demoRentals.length)
  const requested = page.locator('[data-status=requested]')
  const before = await requested.count()
  expect(before).toBeGreaterThan(0)
  for (let minute = 0; minute < 4; minute += 1) await page.clock.runFor(60_000)
  await expect.poll(() => requested.count()).toBeLessThan(before)
})

test('?demo forces it on a server with a key, and leaves the user’s own rentals alone', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('mienne', rental('mienne', 5))
  await openBoard(page, { tokens: ['mienne'] })
  await expectState(page, 'mienne', 'downloaded')
  const own = await stored(page)
  provider.calls.length = 0

  await openBoard(page, { at: '?demo' })
  await expect(page.getByText(simulated)).toBeVisible()
  await expect(rows(page)).toHaveCount(demoRentals.length)
  expect(await stored(page)).toEqual(own)
  expect(provider.calls).toEqual([])

  await page.getByRole('button', { name: 'Quitter la démonstration' }).click()
  await expectState(page, 'mienne', 'downloaded')
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await expect(rows(page)).toHaveCount(1)
})

test('what is done to its rentals is not done to the user’s own', async ({ page, provider, openBoard }) => {
  provider.set('mienne', rental('mienne', 5))
  await openBoard(page, { tokens: ['mienne'] })
  await expectState(page, 'mienne', 'downloaded')
  const own = await stored(page)

  await openBoard(page, { at: '?demo' })
  await openDetail(page, COMPIEGNE)
  await page
    .getByRole('button', { name: /^Nommer l’intérêt/ })
    .first()
    .click()
  await page.keyboard.type('Jardin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toContainText('Jardin')
  await press(page, 'Pause')
  await expect(page.getByText('En pause depuis')).toBeVisible()
  expect(await stored(page)).toEqual(own)

  await page.getByRole('button', { name: 'Quitter la démonstration' }).click()
  await expectState(page, 'mienne', 'downloaded')
  await expect(page.getByText('En pause depuis')).toBeHidden()
})

test('offers no file where its server lets none through', async ({ page, openBoard }) => {
  await openBoard(page, { at: '?demo' })
  await expectState(page, COMPIEGNE, 'ready')
  const detail = await openDetail(page, COMPIEGNE)
  await expect(detail).toContainText('À récupérer dans votre espace SMS Partner')
  await expect(page.getByRole('button', { name: /^Télécharger/ })).toHaveCount(0)
})

test('plays the download of a file, with numbers that nobody has', async ({
  page,
  provider,
  openFilesBoard,
}) => {
  await openFilesBoard(page, { at: '?demo' })
  await expectState(page, COMPIEGNE, 'ready')
  const before = await stored(page)
  await openDetail(page, COMPIEGNE)
  await page.getByRole('button', { name: 'Télécharger le fichier', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Télécharger le fichier' })
  await expect(dialog).toContainText('le fichier est simulé')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Télécharger', exact: true }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^Ouverture Compiègne \(simulation\) \d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines.slice(1)).toHaveLength(10)
  for (const line of lines.slice(1)) expect(line).toMatch(/^063998\d{4}$/)
  await expect(dialog).toContainText('Le compte y est.')
  await dialog.getByRole('button', { name: 'Fermer' }).last().click()
  await expectState(page, COMPIEGNE, 'downloaded')
  expect(await stored(page)).toEqual(before)
  expect(provider.calls).toEqual([])
})

test('a token of one’s own is not swallowed: it is kept, over a reload, until the account is connected', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  provider.set('ma-location-2026', rental('ma-location-2026', 1))
  await openKeylessBoard(page)
  await paste(page, 'ma-location-2026')
  const notice = page.getByText(
    'Ceci est la démonstration : connectez votre compte pour suivre cette location.',
  )
  await expect(notice).toBeVisible()
  await expect(rows(page)).toHaveCount(demoRentals.length)
  await page.reload()
  await expect(notice).toBeVisible()

  await page.getByRole('button', { name: 'Connecter mon compte' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Connecter votre compte SMS Partner' })
  await dialog.getByLabel('Clé API').fill(KEY)
  await dialog.getByRole('button', { name: 'Connecter' }).click()
  await page.getByRole('button', { name: 'Suivre 1 location' }).click()
  await expectState(page, 'ma-location-2026', 'generating')
  expect((await stored(page)).filter(([key]) => key.endsWith(':paste'))).toEqual([])

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' }).click()
  await expect(rows(page)).toHaveCount(0)
})

/** Whatever the browser keeps for the board, by key. */
function stored(page: Page) {
  return page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }).sort())
}
