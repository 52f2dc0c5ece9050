import type { Page } from '@playwright/test'
import { test } from '../board.ts'
import { scenes } from '../scenes.ts'

const folder = 'tests/screenshots'
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Scenes that are looked at on a phone, too. */
const onPhone = new Set([
  'board-empty',
  'board',
  'detail',
  'paste-preview',
  'settings',
  'map',
  'costs',
  'account-error',
  'selection',
  'history',
  'export',
  'key',
  'activity',
  'shared-link',
  'restore-preview',
  'connection-lost',
  'rental-errors',
])

async function shoot(page: Page, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
  }
}

for (const { name, set, expectedConsole = [] } of scenes) {
  test.describe(name, () => {
    test.use({ expectedConsole })

    test('is drawn', async ({ page, provider, openBoard, openKeylessBoard }) => {
      await page.setViewportSize(desktop)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await set({ page, provider, open: openBoard, openKeyless: openKeylessBoard })
      await shoot(page, name)
      if (!onPhone.has(name)) return
      await page.setViewportSize(phone)
      await shoot(page, `${name}-phone`)
    })
  })
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`the wall is drawn at ${height} lines`, async ({ page, openKeylessBoard }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openKeylessBoard(page, { at: '?demo&view=wall' })
    await page.getByText('Soldes d’été Lille').waitFor()
    await page.screenshot({ path: `${folder}/wall-${height}.png` })
  })
}
