import { readFile } from 'node:fs/promises'
import { type Download, expect, type Page } from '@playwright/test'
import { readCsv } from '../format/read-csv.ts'
import { test } from './board.ts'
import { expectState, paste, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

const COMPIEGNE = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const LILLE = '7fd1c20b6a1f4d0d9b3f1c5e8a7d6b5c4391ab4e'
const named = `${COMPIEGNE};Ouverture Compiègne\n${LILLE};=Soldes Lille`

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const field = (page: Page) => page.getByRole('textbox', { name: 'Identifiants de location' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Pastes as a person does: with the clipboard and the keys. */
async function pasteByKeys(page: Page, text: string) {
  await page.evaluate(text => navigator.clipboard.writeText(text), text)
  await field(page).focus()
  await page.keyboard.press('ControlOrMeta+V')
}

async function textOf(download: Download): Promise<string> {
  return await readFile(await download.path(), 'utf8')
}

/** Opens «Exporter» and saves what the button gives. */
async function saved(page: Page, name: string): Promise<Download> {
  await press(page, 'Exporter')
  const coming = page.waitForEvent('download')
  await press(page, name)
  const download = await coming
  await page.keyboard.press('Escape')
  return download
}

test('a pasted column shows what it would do, and follows once it is confirmed', async ({
  page,
  openBoard,
}) => {
  await openBoard(page)
  await pasteByKeys(page, `Identifiant\tNom\tCoût\n${COMPIEGNE}\tOuverture Compiègne\t0,90\n${LILLE}\t\t135`)
  const preview = page.getByRole('region', { name: 'Aperçu avant le suivi' })
  await expect(preview.getByRole('listitem')).toHaveText([/^Ouverture Compiègne/, /^7fd1c20b…91ab4e$/])
  await expect(page.locator('form').getByRole('status')).toHaveText('2 à suivre, 2 mots ignorés')
  await expect(rows(page)).toHaveCount(0)

  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(preview).toHaveCount(0)
  await expect(row(page, COMPIEGNE)).toContainText('Ouverture Compiègne')
  await expect(rows(page)).toHaveCount(2)
})

test('a paste of 1,000 tokens is shown before it is taken in', async ({ page, openBoard }) => {
  await openBoard(page)
  await pasteByKeys(page, tokens(1_000, 'campagne-2026').join('\n'))
  await expect(page.getByText('et 900 autres')).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
})

test('what is shown is downloaded as a table that a spreadsheet opens right', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set(COMPIEGNE, rental(COMPIEGNE, 5))
  provider.set(LILLE, rental(LILLE, 2))
  await openBoard(page)
  await paste(page, named)
  await press(page, 'Suivre 2 locations')
  await expectState(page, COMPIEGNE, 'downloaded')
  await expectState(page, LILLE, 'ready')

  const download = await saved(page, 'Télécharger le CSV')
  expect(download.suggestedFilename()).toMatch(/^locations-\d{4}-\d\d-\d\d\.csv$/)
  const text = await textOf(download)
  expect(text.startsWith('\ufeff')).toBe(true)
  const [head = [], ...body] = readCsv(text.slice(1))
  const column = (name: string) => body.map(cells => cells[head.indexOf(name)])
  expect(column('Identifiant')).toEqual([LILLE, COMPIEGNE])
  expect(column('Nom')).toEqual(["'=Soldes Lille", 'Ouverture Compiègne'])
  expect(column('Statut')).toEqual(['Prête', 'Téléchargée'])
  expect(column('Coût total (€)')).toEqual(['0,900', '0,900'])

  await page.getByRole('button', { name: /^\d+ Prêtes/ }).click()
  await expect(rows(page)).toHaveCount(1)
  const part = readCsv((await textOf(await saved(page, 'Télécharger le CSV'))).slice(1))
  expect(part.slice(1).map(([token]) => token)).toEqual([LILLE])
})

test('a backup restored in a fresh browser gives the same board', async ({ page, browser, openBoard }) => {
  await openBoard(page)
  await paste(page, named)
  await press(page, 'Suivre 2 locations')
  await press(page, 'Réglages')
  await page.getByText('Sombre').click()
  await page.keyboard.press('Escape')
  const backup = await (await saved(page, 'Télécharger la sauvegarde')).path()

  const context = await browser.newContext({ locale: 'fr-FR' })
  const fresh = await context.newPage()
  await openBoard(fresh)
  await press(fresh, 'Réglages')
  await fresh.getByLabel('Restaurer une sauvegarde…').setInputFiles(backup)
  const dialog = fresh.getByRole('dialog', { name: 'Restaurer une sauvegarde' })
  await expect(dialog).toContainText('2 à suivre')
  await expect(rows(fresh)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Restaurer 2 locations' }).click()

  await expect(rows(fresh)).toHaveCount(2)
  const [before, after] = [await kept(page), await kept(fresh)]
  expect(after.rentals).toEqual(before.rentals)
  expect(after.preferences).toMatchObject(before.preferences)
  expect(before.preferences).toMatchObject({ theme: 'dark' })
  await context.close()
})

test('a shared link brings names along, and adds nothing by itself', async ({ page, browser, openBoard }) => {
  await openBoard(page)
  await paste(page, named)
  await press(page, 'Suivre 2 locations')
  await press(page, 'Exporter')
  await press(page, 'Copier le lien')
  await expect(page.getByText('Lien copié')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const context = await browser.newContext({ locale: 'fr-FR' })
  const other = await context.newPage()
  await other.goto(link)
  const shared = other.getByRole('region', { name: 'Locations partagées avec vous' })
  await expect(shared).toContainText('Ouverture Compiègne')
  expect(await kept(other)).toEqual({ rentals: [], preferences: null })
  await shared.getByRole('button', { name: 'Suivre 2 locations' }).click()
  await expect(row(other, COMPIEGNE)).toContainText('Ouverture Compiègne')
  await expect(row(other, LILLE)).toContainText('=Soldes Lille')
  expect(new URL(other.url()).hash).toBe('#/')
  await context.close()
})

test('a link opened in the demonstration is for the user’s own list', async ({
  page,
  openBoard,
  openKeylessBoard,
}) => {
  await openBoard(page)
  await paste(page, named)
  await press(page, 'Suivre 2 locations')
  await press(page, 'Exporter')
  const field = page.getByRole('textbox', { name: 'Lien de partage' })
  // The link is packed after the dialog is drawn.
  await expect(field).toHaveValue(/#\/partage\/./)
  const link = await field.inputValue()

  await openKeylessBoard(page)
  await expect(page.getByText('Aucune clé sur le serveur', { exact: true })).toBeVisible()
  await page.evaluate(hash => {
    location.hash = hash
  }, new URL(link).hash)
  await expect(page.getByRole('button', { name: 'Suivre 2 locations' })).toBeVisible()
  await expect(page.getByText('Aucune clé sur le serveur', { exact: true })).toHaveCount(0)
})

test('the printed list has every row, black on white, and nothing to press', async ({ page, openBoard }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openBoard(page, { tokens: tokens(200) })
  await expect.poll(() => rows(page).count()).toBeLessThan(100)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(rows(page)).toHaveCount(200)
  await expect(page.getByText(/^Imprimé le/)).toBeVisible()
  await expect(page.locator(':is(button, input, textarea):visible:not([role=columnheader] *)')).toHaveCount(0)
  expect(await page.locator('html').evaluate(html => getComputedStyle(html).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  const colours = await rows(page)
    .first()
    .evaluate(row => [...row.querySelectorAll('*')].map(element => getComputedStyle(element).color))
  expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']))
})

/** The rentals and choices that the browser keeps. */
async function kept(page: Page) {
  return await page.evaluate(() => ({
    rentals: Object.entries(localStorage)
      .filter(([key]) => key.startsWith('rental-board:v1:token:'))
      .sort(),
    preferences: JSON.parse(localStorage.getItem('rental-board:v1:preferences') ?? 'null'),
  }))
}
