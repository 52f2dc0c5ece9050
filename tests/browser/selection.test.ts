import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { storageKey } from '../../src/rentals/tracked-rental.ts'
import { test } from './board.ts'
import { expectState, list, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

const box = (page: Page, token: string) => row(page, token).getByRole('checkbox')
const bar = (page: Page) => page.getByRole('region', { name: 'Sélection' })
const link = (page: Page, token: string) => row(page, token).getByRole('link')

const five = tokens(5)

test.describe('five rentals', () => {
  test.beforeEach(async ({ page, provider, openBoard }) => {
    for (const token of five) provider.set(token, rental(token, 2))
    await openBoard(page, { tokens: five })
    for (const token of five) await expectState(page, token, 'ready')
  })

  test('are selected as in a mail client, and tagged together', async ({ page }) => {
    await link(page, 'location-1').click({ modifiers: ['ControlOrMeta'] })
    await link(page, 'location-4').click({ modifiers: ['Shift'] })
    await link(page, 'location-3').click({ modifiers: ['ControlOrMeta'] })
    await expect(bar(page)).toContainText('3 sélectionnées')
    expect(new URL(page.url()).hash).toBe('')
    for (const token of ['location-1', 'location-2', 'location-4'])
      await expect(box(page, token)).toBeChecked()
    await expect(box(page, 'location-3')).not.toBeChecked()

    await bar(page).getByRole('button', { name: 'Étiqueter' }).click()
    await page.keyboard.type('Rentrée')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Étiquette Rentrée' })).toHaveCount(3)
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(page.getByRole('button', { name: 'Étiquette Rentrée' })).toHaveCount(0)
  })

  test('are selected by boxes that appear where the pointer is, and stay while any is selected', async ({
    page,
  }) => {
    const cell = (token: string) => row(page, token).getByRole('cell').first()
    await page.getByRole('heading', { level: 1 }).hover()
    await expect(cell('location-2')).toHaveCSS('opacity', '0')
    await row(page, 'location-2').hover()
    await expect(cell('location-2')).toHaveCSS('opacity', '1')
    await expect(cell('location-3')).toHaveCSS('opacity', '0')
    await box(page, 'location-2').click()
    await expect(cell('location-3')).toHaveCSS('opacity', '1')
    await box(page, 'location-4').click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('3 sélectionnées')
    await bar(page).getByRole('button', { name: 'Effacer la sélection' }).click()
    await expect(bar(page)).toBeHidden()
    await expect(list(page)).toBeFocused()
  })

  test('are selected, tagged and removed by keys alone', async ({ page }) => {
    await link(page, 'location-1').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await expect(bar(page)).toContainText('3 sélectionnées')
    await page.keyboard.press('t')
    await page.keyboard.type('Vite,')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Étiquette Vite' })).toHaveCount(3)

    await link(page, 'location-5').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await expect(bar(page)).toContainText('5 sélectionnées')
    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
    await page.keyboard.press('Space')
    await page.keyboard.press('k')
    await page.keyboard.press('Space')
    await page.keyboard.press('Delete')
    await expect(rows(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Annuler' }).last().click()
    await expect(rows(page)).toHaveCount(5)
    await expect(bar(page)).toBeHidden()
  })

  test('are exported and checked when selected', async ({ page, provider }) => {
    await box(page, 'location-2').check()
    await box(page, 'location-4').check()
    const downloading = page.waitForEvent('download')
    await bar(page).getByRole('button', { name: 'Exporter ces lignes' }).click()
    const file = await readFile(await (await downloading).path(), 'utf8')
    expect(
      file
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => line.match(/location-\d/)?.[0]),
    ).toEqual(['location-2', 'location-4'])

    for (const token of ['location-2', 'location-4']) provider.set(token, rental(token, 5))
    await bar(page).getByRole('button', { name: 'Vérifier maintenant' }).click()
    await expectState(page, 'location-2', 'downloaded')
    await expectState(page, 'location-4', 'downloaded')
  })
})

test('a selection in a long list survives scrolling, and all of it is removed and given back at once', async ({
  page,
  openBoard,
}) => {
  await openBoard(page)
  const many = tokens(400).map(token => [storageKey(token), token] as const)
  await page.evaluate(entries => {
    for (const [place, [key, token]] of entries.entries()) {
      localStorage.setItem(key, JSON.stringify({ v: 1, token, tags: [], addedAt: 1, place }))
    }
  }, many)
  await page.reload()
  await expect(page.getByText('400 locations', { exact: true })).toBeVisible()
  // The first picture has no boxes yet: until they are there, a row only leads to its detail.
  await expect(box(page, 'location-2')).toBeAttached()
  await link(page, 'location-2').click({ modifiers: ['ControlOrMeta'] })
  await page.mouse.wheel(0, 20_000)
  await expect(row(page, 'location-2')).toHaveCount(0)
  await rows(page)
    .nth(12)
    .getByRole('link')
    .click({ modifiers: ['Shift'] })
  await expect(bar(page)).toBeInViewport()
  await expect(bar(page)).toContainText(/\d{2,3} sélectionnées/)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar(page)).toContainText('400 sélectionnées')
  await page.mouse.wheel(0, -20_000)
  await expect(box(page, 'location-2')).toBeChecked()

  await bar(page).getByRole('button', { name: 'Ne plus suivre' }).click()
  await expect(rows(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('400 locations', { exact: true })).toBeVisible()
})
