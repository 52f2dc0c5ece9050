import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { rows } from './page-parts.ts'
import { tokens } from './rentals.ts'

/** Nothing slides while it is measured. */
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const screens = [
  { width: 1280, height: 720, rem: 16 },
  { width: 1920, height: 1080, rem: 24 },
  { width: 3840, height: 2160, rem: 48 },
]

function lane(page: Page, name: RegExp) {
  return page.getByRole('region', { name })
}

function cards(page: Page) {
  return page.getByRole('main').getByRole('listitem')
}

/** What of the wall is out of the screen or does not show whole. */
function cutOff(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const isOut = (element: Element) => {
      const { right, bottom } = element.getBoundingClientRect()
      return right > innerWidth || bottom > innerHeight || element.scrollHeight > element.clientHeight + 1
    }
    return {
      scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
      cards: [...document.querySelectorAll('[data-token]')].filter(isOut).map(card => card.textContent),
    }
  })
}

for (const { width, height, rem } of screens) {
  test(`the wall fills ${width} × ${height} and cuts nothing`, async ({ page, openBoard }) => {
    await page.setViewportSize({ width, height })
    await openBoard(page, { at: '?demo&view=wall' })
    await expect(cards(page)).toHaveCount(12)
    expect(await cutOff(page)).toEqual({ scrolls: false, cards: [] })
    const name = cards(page).first().getByRole('heading')
    const size = await name.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(size).toBeCloseTo(1.5 * rem, 2)
    const lowest = await cards(page).nth(3).boundingBox()
    expect(lowest && lowest.y + lowest.height).toBeGreaterThan(0.94 * height)
    await expect(page.locator('[data-view=wall]')).toHaveCSS('color-scheme', 'dark')
  })
}

test('a thousand rentals turn page by page, held while somebody is there', async ({ page, openBoard }) => {
  await page.addInitScript(() => {
    localStorage.setItem('rental-board:v1:preferences', JSON.stringify({ paused: true }))
  })
  await page.clock.install()
  await openBoard(page, { tokens: tokens(1_000) })
  await page.goto(`${page.url().split('#')[0]}?view=wall`)
  const underway = lane(page, /^En cours, 1\s000$/)
  const label = underway.getByText(/^Page \d+ sur 167$/)
  await expect(label).toBeVisible()
  await expect(lane(page, /^À télécharger$/).getByText('Rien à télécharger')).toBeVisible()
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
  const shown = async () => Number(/\d+/.exec((await label.textContent()) ?? '')?.[0])

  const start = await shown()
  const first = await cards(page).allTextContents()
  await page.clock.runFor(10_000)
  await expect.poll(shown).toBe(start + 1)
  expect(await cards(page).allTextContents()).not.toEqual(first)
  expect(await cutOff(page)).toEqual({ scrolls: false, cards: [] })

  await page.mouse.move(300, 300)
  await page.mouse.move(310, 300)
  const leave = page.getByRole('button', { name: 'Quitter l’écran mural' })
  await expect(leave).toHaveCSS('opacity', '1')
  await page.clock.runFor(8_000)
  await expect(leave).toHaveCSS('opacity', '0')
  await page.clock.runFor(9_000)
  expect(await shown()).toBe(start + 1)
  await page.clock.runFor(1_000)
  await expect.poll(shown).toBe(start + 2)
})

test('a press opens it on the whole screen, Escape brings the board back', async ({ page, openBoard }) => {
  await openBoard(page, { at: '?demo' })
  await page.getByRole('button', { name: 'Écran mural' }).click()
  await expect(cards(page).first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('HTML')
  expect(new URL(page.url()).searchParams.get('view')).toBe('wall')

  await page.keyboard.press('Escape')
  await expect(rows(page).first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull()
  expect(new URL(page.url()).searchParams.has('view')).toBe(false)

  await page.getByRole('button', { name: 'Écran mural' }).click()
  await expect(cards(page).first()).toBeVisible()
  await page.goBack()
  await expect(rows(page).first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull()
})

test('left, however often Escape is pressed, it is no step of the history', async ({ page, openBoard }) => {
  await openBoard(page, { at: '?demo' })
  await page.getByRole('link', { name: 'Coûts' }).click()
  for (let time = 0; time < 2; time += 1) {
    await page.getByRole('button', { name: 'Écran mural' }).click()
    await expect(cards(page).first()).toBeVisible()
    await page.evaluate(() => {
      for (const key of ['Escape', 'Escape']) window.dispatchEvent(new KeyboardEvent('keydown', { key }))
    })
    await expect(page.getByRole('link', { name: 'Coûts' })).toHaveAttribute('aria-current', 'page')
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull()
  }
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Liste' })).toHaveAttribute('aria-current', 'page')
})

test('a phone is offered no wall', async ({ page, openBoard }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openBoard(page, { at: '?demo' })
  await expect(rows(page).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Écran mural' })).toBeHidden()
})

test('the screen is kept awake, again after the page was hidden', async ({ page, openBoard }) => {
  await page.addInitScript(() => {
    Object.assign(window, { requests: 0 })
    // Each lock is one that the browser let go of when it hid the page.
    navigator.wakeLock.request = async (type = 'screen') => {
      Object.assign(window, { requests: Reflect.get(window, 'requests') + 1 })
      return Object.assign(new EventTarget(), {
        type,
        onrelease: null,
        released: true,
        release: async () => {},
      })
    }
  })
  await openBoard(page, { at: '?demo&view=wall' })
  const requests = () => page.evaluate(() => Reflect.get(window, 'requests'))
  await expect.poll(requests).toBe(1)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(requests).toBe(2)
})

test('a wall on which the account stops the checks says so across the screen, and still fits', async ({
  page,
  provider,
  openBoard,
}) => {
  const refusal = { success: false, code: 10, message: 'Clé API incorrecte' }
  provider.behave(status(200, { 'content-type': 'application/json' }, JSON.stringify(refusal)))
  await page.setViewportSize({ width: 1280, height: 720 })
  await openBoard(page, { tokens: tokens(12) })
  await page.goto(`${page.url().split('#')[0]}?view=wall`)
  const alarm = page.getByRole('alert')
  await expect(alarm).toContainText('À l’arrêt')
  await expect(alarm).toContainText('SMS Partner refuse la clé API')
  await expect(alarm).toContainText('Aucune réponse reçue')
  await expect(cards(page)).toHaveCount(6)
  expect(await cutOff(page)).toEqual({ scrolls: false, cards: [] })
  expect((await alarm.boundingBox())?.width).toBeGreaterThanOrEqual(1280)
})

for (const at of ['?demo&view=wall', '?view=wall']) {
  test(`axe finds nothing serious on ${at}`, async ({ page, openBoard }) => {
    await openBoard(page, { at })
    await expect(page.getByRole('main')).toBeVisible()
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 300)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  })
}
