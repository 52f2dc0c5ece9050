import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './board.ts'
import { scenes } from './scenes.ts'

for (const { name, set, expectedConsole = [] } of scenes) {
  test.describe(name, () => {
    test.use({ expectedConsole })

    test('has no serious accessibility fault in either theme', async ({
      page,
      provider,
      openBoard,
      openKeylessBoard,
    }) => {
      await set({ page, provider, open: openBoard, openKeyless: openKeylessBoard })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        const told = grave.map(
          ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
        )
        expect(told).toEqual([])
      }
    })
  })
}
