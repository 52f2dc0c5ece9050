import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { rows } from './page-parts.ts'

const TEN_MINUTES_MS = 600_000

/** Makes the server name another version than the page's, and counts how often the page is loaded. */
async function deploy(page: Page) {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.clock.install()
  await page.route('**/version.json', route => route.fulfill({ json: { version: 'deployed since' } }))
  return { loads: () => loads, look: () => page.clock.fastForward(TEN_MINUTES_MS) }
}

/** Makes the code of a part answer 404, as after a deployment that replaced it. */
function withhold(page: Page, part: string) {
  return page.route(`**/assets/${part}-*.js`, route => route.fulfill({ status: 404 }))
}

function cards(page: Page) {
  return page.getByRole('main').getByRole('listitem')
}

test('the page and its server name the same version', async ({ page, openBoard }) => {
  await openBoard(page, { at: '?demo' })
  const own = await page.locator('meta[name=build-version]').getAttribute('content')
  expect(own).toMatch(/^[0-9a-f]{16}$/)
  const named = await page.evaluate(async () => (await fetch('/version.json')).json())
  expect(named).toEqual({ version: own })
})

test('a board offers a new version, and keeps still until it is taken', async ({ page, openBoard }) => {
  const { loads, look } = await deploy(page)
  await openBoard(page, { at: '?demo' })
  const offer = page.getByRole('status').filter({ hasText: 'Une nouvelle version est disponible' })
  await expect(rows(page).first()).toBeVisible()
  await expect(offer).toHaveCount(0)
  await look()
  await expect(offer).toBeVisible()
  await look()
  expect(loads()).toBe(1)
  await offer.getByRole('button', { name: 'Recharger' }).click()
  await expect.poll(loads).toBe(2)
  await expect(rows(page).first()).toBeVisible()
  await expect(offer).toHaveCount(0)
})

test('a wall takes a new version by itself, once', async ({ page, openBoard }) => {
  const { loads, look } = await deploy(page)
  await openBoard(page, { at: '?demo&view=wall' })
  await expect(cards(page).first()).toBeVisible()
  await look()
  await expect.poll(loads).toBe(2)
  await expect(cards(page).first()).toBeVisible()
  for (let time = 0; time < 3; time += 1) {
    const asked = page.waitForResponse('**/version.json')
    await look()
    await asked
  }
  expect(loads()).toBe(2)
  await expect(cards(page).first()).toBeVisible()
})

test.describe('a part that cannot be loaded', () => {
  test.use({ expectedConsole: [/status of 404/] })

  test('leaves the board standing, which offers to reload', async ({ page, openBoard }) => {
    await withhold(page, 'settings-dialog')
    await openBoard(page, { at: '?demo' })
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('button', { name: 'Réglages' }).click()
    const offer = page
      .getByRole('status')
      .filter({ hasText: 'Une partie de la page n’a pas pu être chargée' })
    await expect(offer).toBeVisible()
    await expect(rows(page).first()).toBeVisible()

    await page.unroute('**/assets/settings-dialog-*.js')
    await offer.getByRole('button', { name: 'Recharger' }).click()
    await expect(offer).toHaveCount(0)
    await page.getByRole('button', { name: 'Réglages' }).click()
    await expect(page.getByRole('dialog', { name: 'Réglages' })).toBeVisible()
  })

  test('makes a wall reload by itself', async ({ page, openBoard }) => {
    let isGone = true
    await page.route('**/assets/wall-view-*.js', route =>
      isGone ? route.fulfill({ status: 404 }) : route.continue(),
    )
    page.once('load', () => {
      isGone = false
    })
    await openBoard(page, { at: '?demo&view=wall' })
    await expect(cards(page).first()).toBeVisible()
  })

  test('makes it reload no more than once', async ({ page, openBoard }) => {
    const { loads } = await deploy(page)
    await withhold(page, 'wall-view')
    await openBoard(page, { at: '?demo&view=wall' })
    await expect.poll(loads).toBe(2)
    await expect(page.getByRole('button', { name: 'Recharger' })).toBeVisible()
    await page.clock.fastForward(TEN_MINUTES_MS)
    await page.clock.fastForward(TEN_MINUTES_MS)
    expect(loads()).toBe(2)
  })
})
