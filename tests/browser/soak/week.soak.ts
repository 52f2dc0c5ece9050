import { type CDPSession, expect } from '@playwright/test'
import { test } from '../board.ts'
import { follow, liveLine } from '../page-parts.ts'
import { rental, tokens } from '../rentals.ts'
import { playProvider } from './play-provider.ts'

const MINUTE_MS = 60_000

test('a week on a wall: 200 rentals, 1 % faults, and the memory of the first day', async ({
  page,
  openBoard,
}) => {
  await page.clock.install()
  await page.addInitScript(playProvider, rental('', ''))
  await openBoard(page)
  await follow(page, tokens(200))
  const session = await page.context().newCDPSession(page)

  const heaps: number[] = []
  for (let day = 1; day <= 7; day += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      // Ten minutes with every timer, which keeps a slow machine busy; then the board sleeps from minute to minute.
      await page.clock.runFor(10 * MINUTE_MS)
      for (let minute = 10; minute < 60; minute += 1) await page.clock.fastForward(MINUTE_MS)
    }
    const heap = await heapAfterCollection(session)
    heaps.push(heap)
    const checks = await page.evaluate(() => window.checks)
    process.stdout.write(`day ${day}: ${checks} checks, JS heap ${(heap / 1024 ** 2).toFixed(2)} MB\n`)
  }

  const [warm = Number.NaN] = heaps
  const growth = (heaps.at(-1) ?? Number.NaN) / warm
  process.stdout.write(`JS heap after a week: ${growth.toFixed(3)} × the warm value\n`)
  expect(await page.evaluate(() => window.checks)).toBeGreaterThan(100_000)
  await expect(liveLine(page)).toContainText(/En direct|Au ralenti/)
  await expect(page.getByText('200 locations', { exact: true })).toBeVisible()
  expect(growth).toBeLessThanOrEqual(1.2)
})

/** The bytes of the page's JS heap that are in use once nothing is left to collect. */
async function heapAfterCollection(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}
