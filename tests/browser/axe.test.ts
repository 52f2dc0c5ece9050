import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { scenes } from './scenes.ts'

// One of the longest files: both workers share it.
test.describe.configure({ mode: 'parallel' })

for (const { name, set, expectedConsole = [] } of scenes) {
  test.describe(name, () => {
    test.use({ expectedConsole })

    test('has no serious accessibility fault in either theme', async ({
      page,
      provider,
      openBoard,
      openKeylessBoard,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await set({ page, provider, open: openBoard, openKeyless: openKeylessBoard })
      expect(await graveFaults(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await graveFaults(page)).toEqual([])
    })
  })
}

async function graveFaults(page: Page): Promise<readonly string[]> {
  // Colours that fade from one to the other are no contrast to judge.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
