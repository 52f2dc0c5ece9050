import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, row } from './page-parts.ts'
import { rental } from './rentals.ts'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const key = 'rental-board:v1:preferences'
    localStorage.setItem(key, JSON.stringify({ pace: 5_000, rate: 10 }))
  })
})

function button(page: Page) {
  return page.getByRole('button', { name: /^Nouvelles/ })
}

function news(page: Page) {
  return page.getByRole('dialog', { name: /^Depuis votre dernière visite/ })
}

test('what happened is listed with its time, stays over a reload, and leads to the rental', async ({
  page,
  provider,
  openBoard,
}) => {
  for (const token of ['abc-123', 'def-456']) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: ['abc-123', 'def-456'] })
  await expectState(page, 'def-456', 'generating')
  await expect(button(page)).toHaveAccessibleName('Nouvelles')
  provider.set('abc-123', rental('abc-123', 2))
  provider.set('def-456', rental('def-456', 3))
  await expect(button(page)).toHaveAccessibleName('Nouvelles 2 non lues', { timeout: 30_000 })

  await page.reload()
  await expect(button(page)).toHaveAccessibleName('Nouvelles 2 non lues')
  await button(page).focus()
  await page.keyboard.press('Enter')
  await expect(news(page)).toBeFocused()
  await expect(news(page).getByRole('link', { name: /est prête/ })).toHaveText(/\d\d:\d\d$/)
  await page.keyboard.press('Escape')
  await expect(news(page)).toBeHidden()
  await expect(button(page)).toBeFocused()

  await button(page).click()
  await news(page)
    .getByRole('link', { name: /a échoué/ })
    .click()
  await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toContainText('def-456')
  await expect(news(page)).toBeHidden()
  await expect(button(page)).toHaveAccessibleName('Nouvelles 1 non lue')

  await button(page).click()
  await news(page).getByRole('button', { name: 'Tout marquer lu' }).click()
  await expect(button(page)).toHaveAccessibleName('Nouvelles')
  await page.reload()
  await expect(row(page, 'abc-123')).toBeVisible()
  await expect(button(page)).toHaveAccessibleName('Nouvelles')
})

test('what changed while no page was open says between which looks, in every tab alike', async ({
  page,
  provider,
  openBoard,
  context,
}) => {
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'generating')
  // As if the board had last looked three hours ago.
  await page.evaluate(() => {
    const key = 'rental-board:v1:seen:abc-123'
    const at = Date.now() - 3 * 3_600_000
    const entry = JSON.parse(localStorage.getItem(key) ?? '')
    const history = [{ status: 'generating', from: at - 60_000, until: at }]
    const text = JSON.stringify({ ...entry, at, history })
    localStorage.removeItem('rental-board:v1:news')
    window.addEventListener('pagehide', () => {
      localStorage.setItem(key, text)
      localStorage.removeItem('rental-board:v1:news')
    })
  })
  provider.set('abc-123', rental('abc-123', 2))
  await page.reload()
  await expect(button(page)).toHaveAccessibleName('Nouvelles 1 non lue', { timeout: 30_000 })
  await button(page).click()
  const line = news(page).getByRole('link', { name: /est prête/ })
  await expect(line).toHaveText(/entre \d\d:\d\d et \d\d:\d\d$/)

  const other = await context.newPage()
  await other.goto(page.url())
  await expect(button(other)).toHaveAccessibleName('Nouvelles 1 non lue')
  await button(other).click()
  await news(other).getByRole('button', { name: 'Tout marquer lu' }).click()
  await expect(button(page)).toHaveAccessibleName('Nouvelles')
})

test('who looks at the wall for a moment has not been away', async ({ page, provider, openBoard }) => {
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  const marks = () => page.evaluate(() => JSON.parse(localStorage.getItem('rental-board:v1:news') ?? ''))
  const { visitEndedAt } = await marks()
  // As if the page had been open for an hour.
  await page.evaluate(() => {
    const key = 'rental-board:v1:news'
    const stored = JSON.parse(localStorage.getItem(key) ?? '')
    localStorage.setItem(key, JSON.stringify({ ...stored, shownAt: stored.shownAt - 3_600_000 }))
  })
  await page.getByRole('button', { name: 'Écran mural' }).click()
  await page.mouse.move(300, 300)
  await page.getByRole('button', { name: 'Quitter l’écran mural' }).click()
  await expect(button(page)).toBeVisible()
  expect((await marks()).visitEndedAt).toBe(visitEndedAt)
})

test('a rental that is removed takes its news along, and brings them back when that is undone', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'generating')
  provider.set('abc-123', rental('abc-123', 2))
  await expect(button(page)).toHaveAccessibleName('Nouvelles 1 non lue', { timeout: 30_000 })
  await row(page, 'abc-123').getByRole('checkbox').check({ force: true })
  await page
    .getByRole('region', { name: 'Sélection' })
    .getByRole('button', { name: 'Ne plus suivre' })
    .click()
  await expect(button(page)).toHaveAccessibleName('Nouvelles')
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(button(page)).toHaveAccessibleName('Nouvelles 1 non lue')
})

for (const [name, size] of [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`the demonstration has news that store nothing, and axe finds nothing in them on ${name}`, async ({
    page,
    openBoard,
  }) => {
    await page.setViewportSize(size)
    await openBoard(page, { at: '?demo' })
    await button(page).click()
    await expect(
      news(page)
        .getByRole('link', { name: /est prête/ })
        .first(),
    ).toBeInViewport({ ratio: 1 })
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations).toEqual([])
    expect(await page.evaluate(() => localStorage.getItem('rental-board:v1:news'))).toBeNull()
  })
}
