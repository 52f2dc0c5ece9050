import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { LooseNumber, StatusReply } from '../../src/demo/status-reply.ts'
import { readCsv } from '../format/read-csv.ts'
import { test } from './board.ts'
import { rental } from './rentals.ts'

/** A rental of `quantity` contacts at a unit price, in these departments. */
function costing(
  token: string,
  status: LooseNumber,
  [quantity, unit, total]: readonly [quantity: number, unit: string, total: string],
  departments: Readonly<Record<string, number>>,
): StatusReply {
  const reply = rental(token, status)
  return {
    ...reply,
    location: {
      ...reply.location,
      cost: { quantity, total, cost_unity: unit },
      details_localisation: Object.entries(departments).map(([Location, wanted]) => {
        return { Type: 'cp', Location, VolumeDesired: String(wanted), Volume: '5000' }
      }),
    },
  }
}

test.beforeEach(async ({ page, provider, openBoard }) => {
  provider.set('prete', costing('prete', 2, [1_000, '0.090', '90.000'], { 60: 750, 59: 250 }))
  provider.set('echouee', costing('echouee', 3, [100, '0.120', '12.000'], { 59: 100 }))
  provider.set('finie', {
    ...costing('finie', 5, [50, '0.090', '4.500'], { 60: 50 }),
    file: { phoneNumbers: '48' },
  })
  await openBoard(page, { tokens: ['prete', 'echouee', 'finie'] })
  await expect(
    page.locator('[data-status=ready], [data-status=failed], [data-status=downloaded]'),
  ).toHaveCount(3)
  await page.getByRole('link', { name: 'Coûts' }).click()
  await expect(page.getByRole('table', { name: 'Par département' })).toContainText('60 Oise')
})

/** The cells of a breakdown, line by line, without its headings. */
async function linesOf(page: Page, name: string) {
  const lines = await page
    .getByRole('table', { name })
    .getByRole('row')
    .evaluateAll(all =>
      all.map(line => [...line.children].map(cell => cell.textContent?.replaceAll(/\s/g, ' '))),
    )
  return lines.slice(1)
}

test('the figures tell what was spent, waits, failed and was delivered', async ({ page }) => {
  const figures = page.getByRole('region', { name: 'Coûts', exact: true }).locator('dl').first()
  const facts = await figures.locator('> div').allInnerTexts()
  expect(facts.map(text => text.replaceAll(/\s+/g, ' '))).toEqual([
    'Coût total 106,50 €',
    'Prêt, non récupéré 90,00 €',
    'Échoué 12,00 €',
    'Prix moyen du contact 0,0926 € de 0,090 € à 0,120 €',
    'Numéros livrés 48 pour 50 contacts payés, 2 de moins',
  ])
})

test('each breakdown is a table that adds up', async ({ page }) => {
  expect(await linesOf(page, 'Par statut')).toEqual([
    ['Prête', '1', '1 000', '90,00 €'],
    ['Échouée', '1', '100', '12,00 €'],
    ['Téléchargée', '1', '50', '4,50 €'],
  ])
  expect(await linesOf(page, 'Par prix du contact')).toEqual([
    ['0,090 €', '2', '1 050', '94,50 €'],
    ['0,120 €', '1', '100', '12,00 €'],
  ])
  expect(await linesOf(page, 'Par département')).toEqual([
    ['60 Oise', '2', '800', '72,00 €'],
    ['59 Nord', '2', '350', '34,50 €'],
  ])
  expect(await linesOf(page, 'Par étiquette')).toEqual([['sans étiquette', '3', '1 150', '106,50 €']])
  expect(await linesOf(page, 'Par mois')).toEqual([[expect.any(String), '3', '1 150', '106,50 €']])
})

test('the filter holds here, too', async ({ page }) => {
  await page.getByRole('button', { name: /^\d+ Prêtes/ }).click()
  await expect.poll(() => linesOf(page, 'Par statut')).toEqual([['Prête', '1', '1 000', '90,00 €']])
})

test('the CSV holds every breakdown', async ({ page }) => {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Exporter en CSV' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^couts-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  const [head, ...lines] = readCsv(text.slice(1))
  expect(head).toEqual(['Répartition', 'Poste', 'Locations', 'Contacts', 'Coût'])
  expect(new Set(lines.map(([breakdown]) => breakdown))).toEqual(
    new Set(['Par statut', 'Par mois', 'Par prix du contact', 'Par département', 'Par étiquette']),
  )
  expect(lines).toContainEqual(['Par statut', 'Prête', '1', '1000', '90'])
  expect(lines).toContainEqual(['Par département', '59 Nord', '2', '350', '34,5'])
})
