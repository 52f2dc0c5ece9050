import { expect, type Locator, type Page } from '@playwright/test'
import { list, press, rows } from './page-parts.ts'
import { scenes, test } from './scenes.ts'

const NANTES = 'e0a95f77'

/** The badge around the word of a ready rental's status. */
function badgeOf(row: Locator): Locator {
  return row.getByText('Prête', { exact: true }).locator('..')
}

/** What is cut at the sides of the page or of what holds it, apart from what scrolls or ends in «…» by design. */
async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`)
    for (const element of document.querySelectorAll(
      'button, a, input, select, textarea, h1, h2, h3, p, dt, dd, th, td',
    )) {
      const box = element.getBoundingClientRect()
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || box.width < 2)
        continue
      if (element.closest('.sr-only, .row-tags, .scroll-row, pre')) continue
      if (box.left < -1 || box.right > clientWidth + 1) {
        faults.push(
          `${element.tagName} «${element.textContent?.slice(0, 40)}» from ${box.left} to ${box.right}`,
        )
      }
    }
    return faults
  })
}

/** The controls that are smaller than a finger, or the row they stand in, which is one target. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = []
    for (const control of document.querySelectorAll<HTMLElement>(
      'button, a[href], select, summary, input, textarea',
    )) {
      const isSeen = control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      // A label around a field, and a row around its link and its tags, are the target.
      const target = control.closest('label') ?? control.closest('[role=row]') ?? control
      const { width, height } = target.getBoundingClientRect()
      const after = getComputedStyle(control, '::after')
      const reach = after.content === 'none' ? 0 : -2 * Number.parseFloat(after.top || '0')
      if (isSeen && width > 1 && (width < 44 || height + reach < 43.5)) {
        small.push(`${control.tagName} «${control.ariaLabel ?? control.textContent}» ${width} × ${height}`)
      }
    }
    return small
  })
}

// One of the longest files: all workers share it.
test.describe.configure({ mode: 'parallel' })

/** The narrowest phone, where each scene opens, and desktops of 1280 and 1440 pixels at 200 %. */
const narrow = { width: 320, height: 640 }
const magnified = [
  { width: 640, height: 400 },
  { width: 720, height: 450 },
]

test.describe('a narrow or magnified page', () => {
  test.use({ viewport: narrow })

  for (const { name, set, expectedConsole = [] } of scenes) {
    test.describe(name, () => {
      test.use({ expectedConsole })

      test('scrolls in one direction and cuts nothing', async ({ page, stage }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await set(stage)
        for (const size of [narrow, ...magnified]) {
          await page.setViewportSize(size)
          await expect.poll(() => sidewaysFaults(page), `${size.width} pixels`).toEqual([])
        }
      })
    })
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  for (const name of [
    'board',
    'board-empty',
    'detail',
    'settings',
    'export',
    'paste-preview',
    'activity',
    'key',
  ]) {
    test(`every target of «${name}» has the size of a finger`, async ({ page, stage }) => {
      const scene = scenes.find(scene => scene.name === name)
      await scene?.set(stage)
      expect(await smallTargets(page)).toEqual([])
    })
  }

  test('touches choose rentals in a mode of its own, and nothing moves for its boxes', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, { at: '?demo' })
    const badge = badgeOf(rows(page).first())
    const left = async () => (await badge.boundingBox())?.x
    // The card's edge, its border and its padding.
    await expect.poll(left).toBe(33)
    await press(page, 'Sélectionner plusieurs')
    await expect(rows(page).first().getByRole('cell').first()).toHaveCSS('opacity', '1')
    expect(await left()).toBe(33)
    await rows(page).nth(0).getByRole('link').tap()
    await rows(page).nth(1).getByRole('checkbox').tap()
    await expect(page.getByRole('region', { name: 'Sélection' })).toContainText('2 sélectionnées')
    expect(new URL(page.url()).hash).toBe('')
    await page.getByRole('button', { name: 'Effacer la sélection' }).tap()
    await rows(page).first().getByRole('link').tap()
    await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toBeVisible()
  })
})

test.describe('a row', () => {
  for (const [width, height] of [
    [1280, 96],
    [1440, 72],
    [1600, 72],
    [1920, 72],
  ] as const) {
    test(`is as low as its lines beside the detail at ${width} pixels, and cuts no number`, async ({
      page,
      openKeylessBoard,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await openKeylessBoard(page, { at: '?demo' })
      await page.getByRole('link', { name: 'Détail de Relance Nantes' }).click()
      await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toBeVisible()
      const nantes = page.locator(`[data-token^=${NANTES}]`)
      await expect(nantes).toHaveCSS('height', `${height}px`)
      await expect(nantes).toContainText('il manque 796 contacts')
      const cut = await list(page).evaluate(list =>
        [...list.querySelectorAll('.places-volumes, [role=cell]')].flatMap(cell => {
          const row = cell.closest('[role=row]')?.getBoundingClientRect()
          const box = cell.getBoundingClientRect()
          const isOutside = row !== undefined && (box.top < row.top - 1 || box.bottom > row.bottom + 1)
          return isOutside ? [cell.textContent] : []
        }),
      )
      expect(cut).toEqual([])
    })
  }

  test('has its badge at the padding of its card, and its box in the margin', async ({
    page,
    openKeylessBoard,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openKeylessBoard(page, { at: '?demo' })
    const first = rows(page).first()
    const left = async () => (await badgeOf(first).boundingBox())?.x
    await expect(first.getByRole('checkbox')).toBeAttached()
    // The page's margin, the card's border and its padding.
    await expect.poll(left).toBe(28 + 1 + 16)
    await first.hover()
    const box = await first.getByRole('checkbox').boundingBox()
    expect((box?.x ?? 100) + (box?.width ?? 0)).toBeLessThanOrEqual(29)
    await first.getByRole('checkbox').click()
    await expect(first.getByRole('checkbox')).toBeChecked()
    expect(await left()).toBe(45)
  })
})

test.describe('with forced colours', () => {
  test.beforeEach(async ({ page, openKeylessBoard }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await openKeylessBoard(page, { at: '?demo' })
    await rows(page).first().waitFor()
  })

  const outline = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
  }

  test('badges keep a border, and tiles and bars their dots', async ({ page }) => {
    const badge = badgeOf(rows(page).first())
    // The browser draws a transparent border in a colour of the user's, unless it is told to leave colours alone.
    await expect(badge).toHaveCSS('border-top-style', 'solid')
    await expect(badge).toHaveCSS('border-top-width', '1px')
    await expect(badge).toHaveCSS('forced-color-adjust', 'auto')
    const dots = page.getByRole('group', { name: 'Nombre de locations par statut' }).locator('button .dot')
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const colours = await dots.evaluateAll(all => all.map(dot => getComputedStyle(dot).backgroundColor))
    expect(new Set(colours).size).toBe(6)
    expect(colours).not.toContain(canvas)
  })

  test('a tile that is pressed, the row that is open and the focus are outlined', async ({ page }) => {
    const ready = page.getByRole('button', { name: /^\d+ Prêtes/ })
    expect(await ready.evaluate(outline)).toBe(0)
    await ready.click()
    expect(await ready.evaluate(outline)).toBeGreaterThanOrEqual(2)
    await rows(page).first().getByRole('link').click()
    await expect(page.getByRole('complementary', { name: 'Détail de la location' })).toBeVisible()
    expect(await rows(page).first().evaluate(outline)).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').evaluate(outline)).toBeGreaterThanOrEqual(2)
  })

  test('only a rental that is selected shows a tick', async ({ page }) => {
    await expect(rows(page).first().getByRole('checkbox')).toBeAttached()
    await rows(page).first().hover()
    await rows(page).first().getByRole('checkbox').check()
    await expect(rows(page).nth(0).locator('[role=cell] svg').first()).toHaveCSS('visibility', 'visible')
    await expect(rows(page).nth(1).locator('[role=cell] svg').first()).toHaveCSS('visibility', 'hidden')
  })

  test('a choice in the settings shows which it is', async ({ page }) => {
    await page.getByRole('button', { name: 'Réglages' }).click()
    const choices = page.getByRole('dialog').locator('.button:has(input)')
    await expect(choices.first()).toBeVisible()
    const outlined = await choices.evaluateAll(all =>
      all.map(choice => getComputedStyle(choice).outlineStyle !== 'none'),
    )
    const groups = page.getByRole('dialog').locator('fieldset:has(> div input[type=radio])')
    expect(outlined.filter(Boolean)).toHaveLength(await groups.count())
  })
})
