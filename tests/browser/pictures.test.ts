import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import { expectState } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'
import { scenes, test } from './scenes.ts'
import { letTimePass, standStill } from './still-clock.ts'

// One of the longest files: all workers share it.
test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
/** What is left of the desktop when the page is magnified twice. */
const magnified = { width: 720, height: 450 }

/** Scenes that are looked at on a phone, too. */
const onPhone = new Set([
  'board-empty',
  'board',
  'board-30',
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
  'files-received',
  'file-elsewhere',
  'what-to-do-failed',
  'what-to-do-not-found',
  'rental-errors',
  'news',
  'paused',
  'filtered',
])

/** Scenes that are looked at magnified twice, too: those that a working day is spent in. */
const inLarge = new Set(['board', 'board-30', 'detail'])

const themes = ['light', 'dark'] as const

for (const { name, set, needsTime, isMoving, expectedConsole = [] } of scenes) {
  test.describe(name, () => {
    test.use({ expectedConsole, viewport: desktop, contextOptions: { reducedMotion: 'reduce' } })

    test('looks as it did, and has no accessibility fault', async ({ page, stage }) => {
      await standStill(page, () => set(stage), needsTime)
      if (!isMoving) await compare(page, name)
      if (onPhone.has(name)) {
        await page.setViewportSize(phone)
        await compare(page, `${name}-phone`)
      }
      if (inLarge.has(name)) {
        await page.setViewportSize(magnified)
        await compare(page, `${name}-large`)
      }
      await page.setViewportSize(desktop)
      await letTimePass(page)
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme })
        expect(await faults(page), theme).toEqual([])
      }
    })
  })
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`the wall looks as it did at ${height} lines, entered by its button`, async ({
    page,
    openKeylessBoard,
  }) => {
    test.slow()
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await standStill(page, async () => {
      await openKeylessBoard(page, { at: '?demo' })
      await page.getByRole('button', { name: 'Écran mural' }).click()
      await page.getByText('Soldes d’été Lille').waitFor()
    })
    // Its pages turn meanwhile: the first ones come back together after six turns of ten seconds.
    await page.waitForFunction(
      () => ['Été en Corse', 'Fin de bail Grenoble'].every(name => document.body.textContent.includes(name)),
      undefined,
      { timeout: 90_000 },
    )
    await picture(page, `wall-${height}`)
  })
}

test('the wall looks as it did with few rentals, and has no fault with news or an alarm', async ({
  page,
  provider,
  openBoard,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const [changing = '', ...others] = tokens(4)
  for (const [at, token] of others.entries()) provider.set(token, rental(token, at + 2))
  provider.set(changing, rental(changing, 1))
  await standStill(page, async () => {
    await openBoard(page, { tokens: [changing, ...others] })
    await expectState(page, changing, 'generating')
    await page.getByRole('button', { name: 'Écran mural' }).click()
    await page.getByRole('heading', { name: /^En cours, 1$/ }).waitFor()
  })
  await picture(page, 'wall-few')

  provider.set(changing, rental(changing, 2))
  await letTimePass(page)
  await page.locator('[data-marked]').waitFor({ timeout: 30_000 })
  expect(await faults(page), 'with news').toEqual([])
  const body = JSON.stringify({ success: false, code: 10, message: 'Clé API incorrecte' })
  provider.behave(status(200, { 'content-type': 'application/json' }, body))
  await page.getByText('À l’arrêt').waitFor({ timeout: 90_000 })
  expect(await faults(page)).toEqual([])
})

async function compare(page: Page, name: string) {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    await picture(page, `${name}-${theme}`)
  }
}

/** A font may differ by a shade; a cut word is some hundred pixels. */
async function picture(page: Page, name: string) {
  // The board's own port is in it.
  const mask = [page.getByRole('textbox', { name: 'Lien de partage' })]
  // Toasts end by the machine's own time, and are looked at in `notice.test.ts`.
  await page.evaluate(() => document.querySelector('[aria-label="Messages"]')?.setAttribute('hidden', ''))
  await expect.soft(page).toHaveScreenshot(`${name}.png`, { mask, maxDiffPixels: 50, threshold: 0.3 })
}

async function faults(page: Page): Promise<readonly string[]> {
  // Colours that fade from one to the other are no contrast to judge.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
