import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, row } from './page-parts.ts'
import { recordMotions, recordNotifications } from './recorder.ts'
import { rental, tokens } from './rentals.ts'

/** Checks active rentals as often as the board offers, so that nobody waits. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const key = 'rental-board:v1:preferences'
    localStorage.setItem(
      key,
      JSON.stringify({ pace: 5_000, rate: 10, ...JSON.parse(localStorage.getItem(key) ?? '{}') }),
    )
  })
})

/** The messages about rentals, which can all be closed. */
function news(page: Page) {
  return page
    .getByRole('region', { name: 'Messages' })
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: /^Fermer/ }) })
}

function announced(page: Page) {
  return page.locator('[aria-live=polite]')
}

function icon(page: Page) {
  return page.locator('link[rel=icon]')
}

test('a rental that becomes ready is told once, everywhere', async ({ page, provider, openBoard }) => {
  const motions = await recordMotions(page)
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'generating')
  await expect(page).toHaveTitle('Suivi des locations')
  await expect(icon(page)).toHaveAttribute('href', /favicon\.svg$/)
  await expect(announced(page)).toBeEmpty()

  provider.set('abc-123', rental('abc-123', 2))
  await expectState(page, 'abc-123', 'ready')
  await expect(news(page)).toHaveText(/^Femmes 31–49, (60200|Compiègne)\s:\sPrête/)
  await expect(announced(page)).toHaveText(/^Femmes 31–49, (60200|Compiègne)\s:\sPrête$/)
  await expect(page).toHaveTitle('(1) Suivi des locations')
  await expect(icon(page)).toHaveAttribute('href', /^data:image\/svg\+xml,.*%3E1%3C/)
  expect(await pictureLoads(page)).toBe(true)

  await news(page)
    .getByRole('button', { name: /^Voir Femmes 31–49/ })
    .click()
  await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toContainText('abc-123')
  await expect(news(page)).toHaveCount(0)

  provider.set('abc-123', rental('abc-123', 5))
  await page.getByRole('button', { name: 'Vérifier maintenant' }).click()
  await expectState(page, 'abc-123', 'downloaded')
  await expect(page).toHaveTitle('Suivi des locations')
  await expect(icon(page)).toHaveAttribute('href', /favicon\.svg$/)
  await expect(news(page)).toHaveCount(0)
  expect(isHighlighted(await motions())).toEqual(['abc-123', 'abc-123'])
})

test('what a reload finds is no news', async ({ page, provider, openBoard }) => {
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'generating')
  provider.set('abc-123', rental('abc-123', 2))
  const motions = await recordMotions(page)
  await page.reload()
  await expectState(page, 'abc-123', 'ready')
  await expect(page).toHaveTitle('(1) Suivi des locations')
  await page.waitForTimeout(1_500)
  await expect(news(page)).toHaveCount(0)
  await expect(announced(page)).toBeEmpty()
  expect(isHighlighted(await motions())).toEqual([])
})

test('five at once make one message, which leads to all of them', async ({ page, provider, openBoard }) => {
  const five = tokens(5)
  for (const token of five) provider.set(token, rental(token, 1))
  provider.set('autre', rental('autre', 1))
  await openBoard(page, { tokens: [...five, 'autre'] })
  for (const token of [...five, 'autre']) await expectState(page, token, 'generating')

  for (const token of five) provider.set(token, rental(token, 2))
  for (const token of five) await expectState(page, token, 'ready')
  await expect(news(page)).toHaveCount(1)
  await expect(news(page)).toContainText('5 locations sont prêtes')
  await expect(page).toHaveTitle('(5) Suivi des locations')
  await news(page).getByRole('button', { name: 'Voir' }).click()
  await expect(page.getByRole('button', { name: /^\d+ Prêtes/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(row(page, 'autre')).toHaveCount(0)
  await expect(news(page)).toHaveCount(0)
})

test('a row waits under the pointer and goes when it leaves', async ({ page, provider, openBoard }) => {
  const motions = await recordMotions(page)
  for (const token of ['a', 'b', 'c']) provider.set(token, rental(token, 1))
  provider.set('d', rental('d', 2))
  await openBoard(page, { tokens: ['a', 'b', 'c', 'd'] })
  for (const token of ['a', 'b', 'c']) await expectState(page, token, 'generating')
  await expectState(page, 'd', 'ready')

  // Beside where the message will stand.
  await row(page, 'c').hover({ position: { x: 160, y: 12 } })
  const before = await row(page, 'c').boundingBox()
  const earlier = (await motions()).length
  const since = async () => glides((await motions()).slice(earlier))
  provider.set('c', rental('c', 2))
  await expectState(page, 'c', 'ready')
  await page.waitForTimeout(1_000)
  expect(await row(page, 'c').boundingBox()).toEqual(before)
  expect(await since()).toEqual([])

  await page.mouse.move(5, 5)
  await expect.poll(since).toContain('c')
  await expect.poll(async () => (await row(page, 'c').boundingBox())?.y).toBeLessThan(before?.y ?? 0)
  expect(await order(page)).toEqual(['d', 'c', 'a', 'b'])
})

test('a pointer that only lies there holds the order for seconds', async ({ page, provider, openBoard }) => {
  for (const token of ['a', 'b']) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: ['a', 'b'] })
  for (const token of ['a', 'b']) await expectState(page, token, 'generating')
  await row(page, 'b').hover({ position: { x: 160, y: 12 } })
  provider.set('b', rental('b', 2))
  await expectState(page, 'b', 'ready')
  expect(await order(page)).toEqual(['a', 'b'])
  await expect.poll(() => order(page), { timeout: 8_000 }).toEqual(['b', 'a'])
})

test('a row waits for the focus in it, however long', async ({ page, provider, openBoard }) => {
  for (const token of ['a', 'b']) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: ['a', 'b'] })
  for (const token of ['a', 'b']) await expectState(page, token, 'generating')
  const link = row(page, 'b').getByRole('link')
  await link.focus()
  provider.set('b', rental('b', 2))
  await expectState(page, 'b', 'ready')
  await page.waitForTimeout(6_000)
  expect(await order(page)).toEqual(['a', 'b'])
  await expect(link).toBeFocused()
  await link.blur()
  await expect.poll(() => order(page)).toEqual(['b', 'a'])
})

test('with reduced motion nothing moves, and the row is marked instead', async ({
  page,
  provider,
  openBoard,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const motions = await recordMotions(page)
  for (const token of ['a', 'b']) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: ['a', 'b'] })
  for (const token of ['a', 'b']) await expectState(page, token, 'generating')
  provider.set('b', rental('b', 2))
  await expectState(page, 'b', 'ready')
  await expect.poll(() => order(page)).toEqual(['b', 'a'])
  const ofNews = (await motions()).filter(({ id }) => id !== 'new')
  expect(ofNews).toEqual([{ id: 'highlight', token: 'b', duration: 10_000 }])
})

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`what is read far down stays in place, with motion ${reducedMotion}`, async ({
    page,
    provider,
    openBoard,
  }) => {
    await page.emulateMedia({ reducedMotion })
    const motions = await recordMotions(page)
    const all = tokens(30)
    for (const token of all) provider.set(token, rental(token, 1))
    await openBoard(page, { tokens: all })
    for (const token of all) await expectState(page, token, 'generating')
    await row(page, 'location-15').evaluate(element => element.scrollIntoView())
    const top = async () => (await row(page, 'location-15').boundingBox())?.y ?? Number.NaN
    const before = await top()
    const earlier = (await motions()).length

    provider.set('location-28', rental('location-28', 2))
    await expectState(page, 'location-28', 'ready')
    await expect.poll(async () => (await order(page))[0]).toBe('location-28')
    await page.waitForTimeout(500)
    // The browser scrolls by whole pixels of the screen.
    expect(Math.abs((await top()) - before)).toBeLessThan(0.5)
    expect(glides((await motions()).slice(earlier))).not.toContain('location-15')
  })
}

test('a desktop notification says the rental in a sentence and opens it', async ({
  page,
  provider,
  openBoard,
}) => {
  const desktop = await recordNotifications(page, 'granted')
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'generating')
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('switch', { name: 'Notifications du bureau' }).check()
  await page.getByRole('button', { name: 'Fermer', exact: true }).click()

  provider.set('abc-123', rental('abc-123', 2))
  await expect.poll(desktop.posted).toEqual([
    { title: 'Les notifications sont activées', body: '', silent: true },
    {
      title: expect.stringMatching(/^Femmes 31–49, (60200|Compiègne)\s:\sPrête$/),
      body: expect.stringMatching(
        /^10 femmes de 31 à 49 ans, CSP−, .+, (à Compiègne \(60200\)|dans le code postal 60200), pour 0,90\s€$/,
      ),
      silent: true,
    },
  ])
  await desktop.click()
  await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toContainText('abc-123')
})

test('a browser that refuses notifications is said to, and the switch stays off', async ({
  page,
  openBoard,
}) => {
  await recordNotifications(page, 'denied')
  await openBoard(page, { at: '?demo' })
  await page.getByRole('button', { name: 'Réglages' }).click()
  const desktop = page.getByRole('switch', { name: 'Notifications du bureau' })
  await desktop.click()
  await expect(page.getByText('Le navigateur bloque les notifications de ce site')).toBeVisible()
  await expect(desktop).not.toBeChecked()
})

test('the sound can be tried', async ({ page, openBoard }) => {
  await openBoard(page, { at: '?demo' })
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('switch', { name: 'Son discret' }).check()
  await page.getByRole('button', { name: 'Essayer' }).click()
  await page.waitForTimeout(1_000)
  await expect(page.getByText('Le navigateur n’a pas joué le son')).toHaveCount(0)
})

/** Whether the page's policy lets the icon be shown. */
function pictureLoads(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const picture = new Image()
    picture.src = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? ''
    await picture.decode()
    return picture.naturalWidth > 0
  })
}

function order(page: Page): Promise<(string | undefined)[]> {
  return page
    .locator('[role=row][data-token]')
    .evaluateAll(rows => rows.map(row => (row instanceof HTMLElement ? row.dataset.token : undefined)))
}

type Motions = Awaited<ReturnType<Awaited<ReturnType<typeof recordMotions>>>>

function isHighlighted(motions: Motions) {
  return motions.filter(({ id }) => id === 'highlight').map(({ token }) => token)
}

function glides(motions: Motions) {
  return motions.filter(({ id }) => id === 'flip').map(({ token }) => token)
}
