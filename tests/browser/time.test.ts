import { expect, type Page } from '@playwright/test'
import { hangHeaders } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, fact, NEXT_CHECK_MS, openDetail, row } from './page-parts.ts'
import { recordChecks } from './recorder.ts'
import { rental, tokens } from './rentals.ts'
import { expectAllAnswered, expectWithinBudget } from './traffic.ts'

test('eight hours of sleep: all is swept at the paced rate, and every age is right at once', async ({
  page,
  provider,
  openBoard,
}) => {
  const followed = tokens(30)
  const sent = await recordChecks(page)
  await page.clock.install()
  for (const token of followed) provider.set(token, rental(token, 2))
  await openBoard(page, { tokens: followed })
  await expect.poll(() => provider.calls.length, { timeout: 20_000 }).toBe(30)
  await openDetail(page, 'location-1')
  await expect(fact(page, 'Dernière réponse')).toHaveText(/à l’instant|il y a/)

  const [opened = ''] = /\d\d:\d\d/.exec((await row(page, 'location-2').textContent()) ?? '') ?? []
  provider.calls.length = 0
  provider.behave(hangHeaders)
  await page.clock.fastForward('08:00:00')
  await expect(fact(page, 'Dernière réponse')).toHaveText('il y a 8 h')
  // Nobody saw when it became ready.
  await expect(row(page, 'location-2')).toContainText(new RegExp(`avant (le .*)?${opened}`))

  provider.behave(null)
  // The requests that hang end with the page's own patience.
  await page.clock.fastForward(10_000)
  const asked = () => new Set(provider.calls.map(({ token }) => token)).size
  await expect.poll(asked, { timeout: 20_000 }).toBe(30)
  expectWithinBudget(await sent())
  await expect(fact(page, 'Dernière réponse')).not.toHaveText('il y a 8 h')
})

test('a clock set back a day breaks nothing', async ({ page, provider, openBoard }) => {
  await page.clock.install()
  provider.set('une', rental('une', 1))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'generating')
  await openDetail(page, 'une')
  await page.clock.setSystemTime(Date.now() - 86_400_000)

  for (let checks = 1; checks <= 3; checks += 1) {
    await page.clock.runFor(10_000)
    await expect.poll(() => provider.calls.length).toBeGreaterThan(checks)
    await expectAllAnswered(provider)
  }
  await expect(fact(page, 'Dernière réponse')).toHaveText(/^(à l’instant|il y a \d\ss)$/)
  provider.set('une', rental('une', 2))
  await page.clock.runFor(10_000)
  await expectState(page, 'une', 'ready')

  await page.reload()
  await expectState(page, 'une', 'ready')
})

const HOUR_MS = 3_600_000

/** When the status was first seen, as the detail says it. */
async function openHistory(page: Page) {
  const detail = await openDetail(page, 'une')
  await detail.getByText(/^Historique/).click()
}

function firstSeen(page: Page) {
  return page.getByRole('table').filter({ hasText: 'Début' }).getByRole('row').nth(1)
}

function minuteInParis(at: number) {
  return new Date(at).toLocaleTimeString('fr', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  })
}

test('opened two hours ahead and then set right: what is shown and stored follows', async ({
  page,
  provider,
  openBoard,
}) => {
  const ahead = Date.now() + 2 * HOUR_MS
  await page.clock.install({ time: ahead })
  provider.set('une', rental('une', 1))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'generating')
  await openHistory(page)
  await expect(firstSeen(page)).toContainText(minuteInParis(ahead))

  const now = ahead - 2 * HOUR_MS + 60_000
  await page.clock.setSystemTime(now)
  await page.clock.runFor(2_000)
  await expect(firstSeen(page)).toContainText(
    new RegExp([ahead, ahead + 60_000].map(at => minuteInParis(at - 2 * HOUR_MS)).join('|')),
  )
  await expect(fact(page, 'Dernière réponse')).toHaveText(/à l’instant|il y a \d+\s(s|min)$/)
  const stored = await page.evaluate(() =>
    Object.values(localStorage).flatMap(text => String(text).match(/1[78]\d{11}/g) ?? []),
  )
  expect(stored.length).toBeGreaterThan(3)
  expect(stored.filter(at => Number(at) > now + 10_000)).toEqual([])

  provider.set('une', rental('une', 2))
  await page.clock.runFor(15_000)
  await expectState(page, 'une', 'ready')
})

test.describe('the time zone', () => {
  // Otherwise Playwright has its own, which cannot be changed while a page is open.
  test.use({ timezoneId: '' })

  test('of the computer may change while the board is open', async ({
    page,
    context,
    provider,
    openBoard,
  }) => {
    provider.set('une', rental('une', 1))
    await openBoard(page, { tokens: ['une'] })
    await expectState(page, 'une', 'generating')
    await openHistory(page)
    const stored = await page.evaluate(
      () =>
        Object.values(localStorage)
          .join()
          .match(/"from":(\d+)/)?.[1],
    )
    const zone = await context.newCDPSession(page)
    await zone.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Kathmandu' })
    const there = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Kathmandu' } as const
    const words = new Date(Number(stored)).toLocaleTimeString('fr', there)
    await expect(firstSeen(page)).toContainText(words)
  })
})

test('a hidden tab checks each rental once a minute, and sweeps when it is shown', async ({
  page,
  provider,
  openBoard,
}) => {
  const sent = await recordChecks(page)
  await page.clock.install()
  const followed = tokens(3)
  for (const token of followed) provider.set(token, rental(token, 1))
  await openBoard(page, { tokens: followed })
  await expectState(page, 'location-3', 'generating')

  await setHidden(page, true)
  const before = provider.calls.length
  for (let second = 0; second < 300; second += 10) {
    await page.clock.runFor(10_000)
    // Played on, time would end a request that is still open.
    await expect.poll(async () => (await sent()).length - provider.calls.length).toBe(0)
    await expectAllAnswered(provider)
  }
  for (const token of followed) {
    const checks = provider.calls.slice(before).filter(call => call.token === token).length
    expect(checks).toBeGreaterThanOrEqual(3)
    expect(checks).toBeLessThanOrEqual(6)
  }

  // What the hidden tab still checked in these 30 s is not overdue when it is shown: it counts as it is.
  provider.calls.length = 0
  await page.clock.fastForward(30_000)
  await setHidden(page, false)
  const asked = () => new Set(provider.calls.map(({ token }) => token)).size
  await expect.poll(asked, { timeout: NEXT_CHECK_MS }).toBe(3)
})

/** Tells the page that it is hidden or shown: the browser without a screen keeps every page shown. */
function setHidden(page: Page, hidden: boolean) {
  return page.evaluate(isHidden => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden })
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: isHidden ? 'hidden' : 'visible',
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}
