import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Within its minute: while it stands, the page takes it for set back by a second or two. */
const OPENED_AT = Date.parse('2026-06-18T09:30:15+02:00')

/** Moments around which the demonstration does not change; by the last one ages are minutes. */
const LOOKED_AT = [OPENED_AT + 22_000, OPENED_AT + 97_000]

/** The page shows ages anew once a second, and what it asks for is answered sooner. */
const SETTLED_MS = 2_500
const STEP_MS = 3_000

/**
 * Opens what `set` does, and lets the clock stand a minute and a half later: two pictures show the same ages.
 * @param needsTime `set` waits for what comes about as time passes: it passes ten times as fast
 */
export async function standStill(page: Page, set: () => Promise<void>, needsTime = false): Promise<void> {
  await page.clock.setFixedTime(OPENED_AT)
  let isSet = false
  const setting = set().finally(() => {
    isSet = true
  })
  for (let at = OPENED_AT; needsTime && !isSet; at += STEP_MS) {
    await wait(STEP_MS / 10)
    await goOn(page, at)
  }
  await setting
  // Whatever changes from here on changes at one moment.
  await page.evaluate(() => {
    const passing = performance.now.bind(performance)
    const stoodAt = passing()
    let stands = true
    performance.now = () => (stands ? stoodAt : passing())
    window.addEventListener('time-passes', () => {
      stands = false
    })
  })
  for (const at of LOOKED_AT) {
    await goOn(page, at)
    await wait(SETTLED_MS)
  }
}

/** Sets the clock; the page looks at it as it does when its user comes back. */
async function goOn(page: Page, at: number) {
  await page.clock.setFixedTime(at)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

/** Lets time pass again, for tools that wait. */
export async function letTimePass(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('time-passes')))
}
