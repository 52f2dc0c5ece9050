import type { Page } from '@playwright/test'

/** Notes the long tasks of every page that is opened from now on. */
export async function watchTasks(page: Page) {
  await page.addInitScript(() => {
    const longest = { ms: 0 }
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
    }).observe({ type: 'longtask' })
    Object.assign(window, { longest })
  })
}

/** The longest task in milliseconds since this was last asked; 0 for none of 50 ms. */
export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve =>
        setTimeout(() => {
          const longest = Reflect.get(window, 'longest')
          resolve(longest.ms)
          longest.ms = 0
        }, 150),
      ),
  )
}
