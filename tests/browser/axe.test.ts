import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './board.ts'
import { scenes } from './scenes.ts'

for (const { name, set, expectedConsole = [] } of scenes) {
  test.describe(name, () => {
    test.use({ expectedConsole })

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no serious accessibility fault in the ${colorScheme} theme`, async ({
        page,
        provider,
        openBoard,
        openKeylessBoard,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await set({ page, provider, open: openBoard, openKeyless: openKeylessBoard })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
          [],
        )
      })
    }
  })
}
