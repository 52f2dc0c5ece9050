import { expect, type Locator, type Page } from '@playwright/test'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { test } from './board.ts'
import { openDetail, row, rows } from './page-parts.ts'
import { rental } from './rentals.ts'

type PlaceLine = readonly [location: string, wanted: number, available: number]

/** A rental for these places. */
function rentalAt(token: string, ...places: readonly PlaceLine[]): StatusReply {
  const reply = rental(token, 2)
  return {
    ...reply,
    location: {
      ...reply.location,
      zipcode: places.map(([location]) => location).join(','),
      details_localisation: places.map(([Location, wanted, available]) => {
        return { Type: 'cp', Location, VolumeDesired: String(wanted), Volume: String(available) }
      }),
    },
  }
}

const rentals: Readonly<Record<string, readonly PlaceLine[]>> = {
  compiegne: [['60200', 10, 266]],
  lille: [
    ['59000', 1_000, 4_812],
    ['60200', 40, 266],
  ],
  nantes: [['44000', 2_000, 1_204]],
  paris: [['75116', 500, 600]],
  reunion: [['97400', 300, 900]],
  papeete: [['98714', 20, 90]],
  monaco: [['98000', 5, 9]],
}

test.use({ hasTouch: true })

test.beforeEach(async ({ page, provider, openBoard }) => {
  for (const [token, places] of Object.entries(rentals)) provider.set(token, rentalAt(token, ...places))
  await openBoard(page, { tokens: Object.keys(rentals) })
  await expect(page.locator('[data-status=ready]')).toHaveCount(Object.keys(rentals).length)
})

async function openMap(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Carte' }).click()
  const map = page.getByRole('group', { name: 'Carte des départements ciblés' })
  await expect(map.getByRole('button')).toHaveCount(6)
  return map
}

const tip = (page: Page) => page.locator('[data-map-tip]')
const department = (map: Locator, code: string) => map.getByRole('button', { name: new RegExp(`^${code} `) })

test('every targeted department says its name and numbers', async ({ page }) => {
  const map = await openMap(page)
  const names = await map
    .getByRole('button')
    .evaluateAll(all => all.map(one => one.getAttribute('aria-label')))
  expect(names.map(name => name?.replaceAll(/\s/g, ' '))).toEqual([
    '44 Loire-Atlantique : 2 000 souhaités, 1 204 disponibles, il manque 796 contacts',
    '59 Nord : 1 000 souhaités, 4 812 disponibles',
    '60 Oise : 2 locations, 50 souhaités, 532 disponibles',
    '75 Paris : 500 souhaités, 600 disponibles',
    '974 La Réunion : 300 souhaités, 900 disponibles',
    '987 Polynésie française : 20 souhaités, 90 disponibles',
  ])
})

test('the number of an inset that is filled stands apart from its shade', async ({ page }) => {
  const map = await openMap(page)
  const edge = await map.evaluate(drawn => getComputedStyle(drawn.closest('figure') ?? drawn).backgroundColor)
  const number = department(map, '987').locator('text')
  await expect(number).toHaveText('987')
  await expect(number).toHaveCSS('stroke', edge)
  await expect(number).toHaveCSS('paint-order', 'stroke')
})

test('the keys walk through the departments, telling the numbers of each', async ({ page }) => {
  const map = await openMap(page)
  await page.getByRole('link', { name: 'Coûts' }).focus()
  await page.keyboard.press('Tab')
  await expect(department(map, '44')).toBeFocused()
  await expect(tip(page)).toContainText('44 Loire-Atlantique')
  await expect(tip(page)).toContainText('il manque 796 contacts')

  await page.keyboard.press('End')
  await expect(department(map, '987')).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(department(map, '974')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('PageDown')
  await expect(department(map, '59')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(department(map, '60')).toBeFocused()
  await expect(tip(page)).toContainText('60 Oise')
  await page.keyboard.press('ArrowRight')
  await expect(department(map, '75')).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(tip(page)).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('table').getByRole('button').first()).toBeFocused()
})

test('pressing a department lists its rentals only, and pressing it again lists all', async ({ page }) => {
  const map = await openMap(page)
  await department(map, '60').focus()
  await page.keyboard.press('Enter')
  await expect(department(map, '60')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('status').filter({ hasText: /^2 sur 7/ })).toBeVisible()
  await page.getByRole('link', { name: 'Voir dans la liste' }).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(row(page, 'compiegne')).toBeVisible()
  await expect(row(page, 'lille')).toBeVisible()

  await openMap(page)
  await department(map, '60').click()
  await page.getByRole('link', { name: 'Liste' }).click()
  await expect(rows(page)).toHaveCount(7)
})

test('the pointer and a finger show the numbers, and take them away', async ({ page }) => {
  const map = await openMap(page)
  await department(map, '44').hover()
  await expect(tip(page)).toContainText('44 Loire-Atlantique')
  await page.mouse.move(5, 5)
  await expect(tip(page)).toHaveCount(0)

  await department(map, '974').tap()
  await expect(tip(page)).toContainText('974 La Réunion')
  await expect(tip(page)).toContainText(/300\s?souhaités/)
  await page.getByRole('heading', { level: 1 }).tap()
  await expect(tip(page)).toHaveCount(0)
})

test('a legend says what the shades and the hatching mean', async ({ page }) => {
  await openMap(page)
  const legend = page.getByRole('list', { name: 'Contacts souhaités' })
  const words = await legend.getByRole('listitem').allInnerTexts()
  expect(words.map(text => text.replaceAll(/\s/g, ' '))).toEqual([
    'moins de 100',
    '100 à 199',
    '200 à 499',
    '500 à 999',
    '1 000 et plus',
    'il en manque',
  ])
})

test('the table says the same, and what lies in no department', async ({ page }) => {
  await openMap(page)
  const table = page.getByRole('table', { name: 'Contacts par département' })
  const cells = await table
    .getByRole('row')
    .evaluateAll(lines =>
      lines.map(line => [...line.children].map(cell => cell.textContent?.replaceAll(/\s/g, ' '))),
    )
  expect(cells).toEqual([
    ['Département', 'Locations', 'Souhaités', 'Disponibles'],
    ['44 Loire-Atlantiqueil manque 796 contacts', '1', '2 000', '1 204'],
    ['59 Nord', '1', '1 000', '4 812'],
    ['75 Paris', '1', '500', '600'],
    ['974 La Réunion', '1', '300', '900'],
    ['60 Oise', '2', '50', '532'],
    ['987 Polynésie française', '1', '20', '90'],
    ['Hors des départements connus98000', '1', '5', '9'],
  ])
  await table.getByRole('button', { name: '59 Nord' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^1 sur 7/ })).toBeVisible()
})

test('the detail fills departments by coverage, in words too', async ({ page }) => {
  const detail = await openDetail(page, 'lille')
  const map = detail.getByRole('group', { name: 'Carte des départements ciblés' })
  await expect(map.getByRole('img')).toHaveCount(2)
  const legend = detail.getByRole('list', { name: 'Contacts disponibles pour ceux souhaités' })
  await expect(legend.getByRole('listitem')).toHaveText(['le double ou plus'])
  await map.getByRole('img', { name: /^59 Nord/ }).focus()
  await expect(tip(page)).toContainText('59 Nord')
  await page.keyboard.press('Escape')
  await expect(tip(page)).toHaveCount(0)
  await expect(detail).toBeVisible()

  await openDetail(page, 'nantes')
  await expect(legend.getByRole('listitem')).toHaveText(['il en manque'])
  await openDetail(page, 'paris')
  await expect(legend.getByRole('listitem')).toHaveText(['assez, moins du double'])
})
