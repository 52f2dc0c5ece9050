import type { Page } from '@playwright/test'
import { meter } from './measure.ts'
import { median } from './median.ts'

/** Milliseconds. */
const BETWEEN_KEYS_MS = 150

/** What a key of a search costs the main thread in the mean, the costliest, and the one longest drawn. */
export async function typingCosts(
  page: Page,
  count: number,
): Promise<{ search: string; slowestKey: string; untilDrawn: string }> {
  if (count === 0) return { search: '–', slowestKey: '–', untilDrawn: '–' }
  const field = page.getByRole('searchbox')
  await field.focus()
  await page.waitForTimeout(1_000)
  await page.evaluate(() => window.probe.keys.splice(0))
  const costs = await costOfEach(page, [...'campagne 12 femmes'], letter =>
    page.keyboard.press(letter === ' ' ? 'Space' : letter),
  )
  const drawn = await page.evaluate(() => Math.max(0, ...window.probe.keys))
  await field.fill('')
  await field.blur()
  await page.waitForTimeout(1_000)
  // Looked at as often as while typing, because looking is work too.
  const idle = mean(await costOfEach(page, costs, async () => {}))
  return {
    search: (mean(costs) - idle).toFixed(1),
    slowestKey: (Math.max(...costs) - idle).toFixed(0),
    untilDrawn: drawn < 16 ? '< 16' : drawn.toFixed(0),
  }
}

/** Milliseconds of the main thread that pass with each step. */
async function costOfEach<Step>(
  page: Page,
  steps: readonly Step[],
  take: (step: Step) => Promise<void>,
): Promise<number[]> {
  const spent = await meter(page)
  const costs: number[] = []
  for (const step of steps) {
    const before = await spent()
    await take(step)
    await page.waitForTimeout(BETWEEN_KEYS_MS)
    costs.push((await spent()) - before)
  }
  return costs
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** From the paste to the first picture of the preview. */
export async function pasting(page: Page): Promise<string> {
  const field = page.getByRole('textbox', { name: 'Identifiants de location' })
  await field.focus()
  await page.waitForTimeout(1_000)
  const text = Array.from({ length: 1_000 }, (_, index) => `collage-${index}`).join('\n')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(text => navigator.clipboard.writeText(text), text)
  const shown = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let before = 0
        const observer = new MutationObserver(() => {
          if (document.querySelector('section[aria-label^="Aperçu"]') === null) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - before)))
        })
        document.addEventListener(
          'paste',
          () => {
            before = performance.now()
            observer.observe(document.body, { childList: true, subtree: true })
          },
          { capture: true, once: true },
        )
        setTimeout(() => resolve(Number.NaN), 10_000)
      }),
  )
  await page.keyboard.press('ControlOrMeta+V')
  return (await shown).toFixed(0)
}

/** The slowest frame of a list that is scrolled from end to end: the median of three times. */
export async function scrolling(page: Page, count: number): Promise<string> {
  if (count < 1_000) return '–'
  const slowest: number[] = []
  for (let time = 0; time < 3; time++) slowest.push(await scrollOnce(page))
  return median(slowest).toFixed(0)
}

async function scrollOnce(page: Page): Promise<number> {
  await page.waitForTimeout(1_000)
  const slowest = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let last = performance.now()
        let slowest = 0
        const end = document.documentElement.scrollHeight - window.innerHeight
        function frame(now: number) {
          slowest = Math.max(slowest, now - last)
          last = now
          if (window.scrollY >= end - 1) return resolve(slowest)
          window.scrollBy(0, 300)
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
  )
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.waitForTimeout(1_000)
  return slowest
}
