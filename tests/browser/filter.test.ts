import { expect, type Page } from '@playwright/test'
import { demoRentals } from '../../src/demo/demo-rentals.ts'
import { test } from './board.ts'
import { list, press, rows } from './page-parts.ts'

const chip = (page: Page, name: string) => page.getByRole('button', { name: `Ne plus filtrer par ${name}` })
const totals = (page: Page) => page.getByRole('banner').locator('dl')

test.describe('a filter', () => {
  test('stands in the address, is there after a reload, and goes with «back»', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, { at: '?demo' })
    const all = demoRentals.length
    await expect(rows(page)).toHaveCount(all)
    await page.getByRole('button', { name: 'Étiquette Relance' }).first().click()
    await page.getByRole('button', { name: /Échouées/ }).click()
    await expect(chip(page, 'Relance')).toBeVisible()
    await expect(chip(page, 'Échouées')).toBeVisible()
    expect(new URL(page.url()).search).toBe('?demo&status=failed&tag=Relance')
    const shown = await rows(page).count()
    expect(shown).toBeLessThan(all)
    await page.reload()
    await expect(chip(page, 'Relance')).toBeVisible()
    await expect(rows(page)).toHaveCount(shown)
    await page.goBack()
    await expect(chip(page, 'Échouées')).toBeHidden()
    await page.goBack()
    await expect(rows(page)).toHaveCount(all)
    await page.goForward()
    await expect(chip(page, 'Relance')).toBeVisible()
  })

  test('of every kind has a chip, and the band says of how many it speaks', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, {
      at: '?demo&tag=Relance&status=failed&missing=1&department=44&q=nantes&sort=cost',
    })
    for (const name of ['Échouées', 'Relance', '44 Loire-Atlantique', 'Contacts manquants']) {
      await expect(chip(page, name)).toBeVisible()
    }
    await expect(chip(page, '«\u202fnantes\u202f»')).toBeVisible()
    await expect(rows(page)).toHaveCount(1)
    await expect(page.getByText('sur 1 affichée', { exact: true })).toBeVisible()
    await expect(totals(page)).toContainText('796')
    await expect(page.getByRole('combobox', { name: 'Trier' })).toHaveValue('cost')
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    expect(new URL(page.url()).search).toBe('?demo&sort=cost')
  })

  test('moves nothing in the band: tiles and sums keep their places, with nothing to count', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, { at: '?demo' })
    await rows(page).first().waitFor()
    const places = () =>
      page
        .getByRole('banner')
        .locator('fieldset > button, dl > div')
        .evaluateAll(all =>
          all.map(part => [part.getBoundingClientRect().top, part.textContent?.replace(/[\d\s,€]/g, '')]),
        )
    const before = await places()
    expect(before).toHaveLength(10)
    const top = (await list(page).boundingBox())?.y
    await page.getByRole('searchbox').fill('guadeloupe')
    await expect(rows(page)).toHaveCount(1)
    await expect(page.getByRole('button', { name: /Échouées/ })).toContainText('0')
    expect(await places()).toEqual(before)
    expect((await list(page).boundingBox())?.y).toBe(top)
  })

  test('is given to the wall by its address, which shows it', async ({ page, openKeylessBoard }) => {
    await openKeylessBoard(page, { at: '?demo&view=wall&tag=Relance' })
    await expect(page.getByText('Relance Nantes')).toBeVisible()
    await expect(page.getByText('Black Friday Toulouse')).toHaveCount(0)
    await expect(page.getByRole('list', { name: 'Filtre' })).toContainText('Relance')
  })
})

test('a pause is seen, with its time, and ended where it is seen', async ({ page, openKeylessBoard }) => {
  await openKeylessBoard(page, { at: '?demo' })
  await rows(page).first().waitFor()
  await press(page, 'Pause')
  const banner = page.getByRole('status').filter({ hasText: 'En pause depuis' })
  await expect(banner).toContainText(/En pause depuis \d\d:\d\d/)
  await banner.getByRole('button', { name: 'Reprendre' }).click()
  await expect(banner).toBeHidden()
  await expect(page.getByTitle('Voir l’activité du suivi')).toContainText('En direct')
})

test('the keyboard reaches a rental at once', async ({ page, openKeylessBoard }) => {
  await openKeylessBoard(page, { at: '?demo' })
  await rows(page).nth(2).waitFor()
  const link = (index: number) => rows(page).nth(index).getByRole('link')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller aux locations' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(link(0)).toBeFocused()
  // The keys come after the first picture.
  await expect(async () => {
    await link(0).focus()
    await page.keyboard.press('j')
    await expect(link(1)).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.getByRole('link', { name: 'Liste' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(link(0)).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('nantes')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page)).toHaveCount(1)
  await expect(link(0)).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toBeVisible()
  expect(new URL(page.url()).hash).toMatch(/^#\/location\/e0a95f77/)
})
