import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { follow, list, press, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Identifiants de location' })
const adding = (page: Page) => page.getByRole('button', { name: 'Suivre d’autres locations' })

async function bottomOf(page: Page, index: number): Promise<number> {
  const box = await rows(page).nth(index).boundingBox()
  return box === null ? Number.NaN : box.y + box.height
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the first rental stands in the upper third, in the demonstration too', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, { at: '?demo' })
    await expect(rows(page).first()).toBeVisible()
    await expect(page.getByText('Démonstration', { exact: true })).toBeVisible()
    await expect.poll(async () => (await rows(page).first().boundingBox())?.y).toBeLessThanOrEqual(281)
  })

  test('the paste field waits behind «+», and takes the focus as it opens', async ({
    page,
    provider,
    openBoard,
  }) => {
    provider.set('une', rental('une', 1))
    await openBoard(page)
    await expect(field(page)).toBeFocused()
    await expect(adding(page)).toBeHidden()
    await follow(page, ['une'])
    await row(page, 'une').waitFor()
    // Who follows one may follow another; the next visit is for the list.
    await expect(field(page)).toBeVisible()
    await page.reload()
    await row(page, 'une').waitFor()
    await expect(field(page)).toBeHidden()
    expect((await rows(page).first().boundingBox())?.y).toBeLessThanOrEqual(281)
    await adding(page).tap()
    await expect(field(page)).toBeFocused()
    await follow(page, ['deux'])
    await row(page, 'deux').waitFor()
    await page.getByRole('button', { name: 'Fermer', exact: true }).tap()
    await expect(field(page)).toBeHidden()
  })

  test('the tiles are a row of chips to scroll, the most urgent first', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, { at: '?demo' })
    const chips = page.getByRole('group', { name: 'Nombre de locations par statut' }).getByRole('button')
    await expect(chips).toHaveCount(6)
    await expect(chips.first()).toHaveText(/prêtes?$/)
    await expect(chips.nth(1)).toHaveText(/échouées?$/)
    const tops = await chips.evaluateAll(all => all.map(chip => chip.getBoundingClientRect().top))
    expect(new Set(tops).size).toBe(1)
    await chips.first().tap()
    await expect(page.getByRole('button', { name: 'Ne plus filtrer par Prêtes' })).toBeVisible()
    await expect(page.getByText(/^sur \d affichées?$/)).toBeAttached()
  })

  test('the selection is a sheet at the foot, in words', async ({ page, openFilesBoard }) => {
    await openFilesBoard(page, { at: '?demo' })
    await press(page, 'Sélectionner plusieurs')
    await rows(page).first().getByRole('link').tap()
    const sheet = page.getByRole('region', { name: 'Sélection' })
    await expect(sheet).toContainText('1 sélectionnée')
    for (const words of [
      'Étiqueter',
      'Vérifier maintenant',
      'Exporter ces lignes',
      'Télécharger les fichiers',
      'Ne plus suivre',
    ]) {
      const box = await sheet.getByText(words).boundingBox()
      expect(box?.width, words).toBeGreaterThan(50)
    }
    const box = await sheet.boundingBox()
    expect(box?.x).toBe(0)
    expect(box?.width).toBe(390)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0)
    await expect(adding(page)).toBeHidden()
  })

  test('the menu has what the band has no room for, and Escape closes no more than it', async ({
    page,
    openKeylessBoard,
  }) => {
    await openKeylessBoard(page, { at: '?demo&tag=Relance' })
    await rows(page).first().waitFor()
    await page.getByRole('button', { name: 'Menu' }).tap()
    await expect(page.getByRole('button', { name: 'Réglages' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Réglages' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Ne plus filtrer par Relance' })).toBeVisible()
    await page.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('combobox', { name: 'Trier' }).selectOption('nom')
    expect(new URL(page.url()).search).toContain('sort=name')
    await press(page, 'Réglages')
    await expect(page.getByRole('dialog', { name: 'Réglages' })).toBeVisible()
  })
})

test.describe('at 200 % of 1440 × 900', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

  test('two rentals are in view, in the demonstration too', async ({ page, openKeylessBoard }) => {
    await openKeylessBoard(page, { at: '?demo' })
    await expect(rows(page).nth(1)).toBeVisible()
    await expect.poll(() => bottomOf(page, 1)).toBeLessThanOrEqual(450)
  })

  test('two rentals are in view on one’s own board', async ({ page, provider, openBoard }) => {
    const followed = tokens(4)
    for (const token of followed) provider.set(token, rental(token, 2))
    await openBoard(page, { tokens: followed })
    await expect(rows(page)).toHaveCount(4)
    await page.reload()
    await expect(rows(page)).toHaveCount(4)
    await expect.poll(() => bottomOf(page, 1)).toBeLessThanOrEqual(450)
  })
})

for (const width of [1920, 1280, 1024, 768, 390, 320]) {
  test(`the band is one line at ${width} pixels, and cuts nothing`, async ({ page, openKeylessBoard }) => {
    await page.setViewportSize({ width, height: 800 })
    await openKeylessBoard(page, { at: '?demo' })
    await expect(rows(page).first()).toBeVisible()
    const faults = await page.getByRole('banner').evaluate(band => {
      // What holds a button has its reach outside of it; a line that is left out is left out whole.
      const cut = [...band.querySelectorAll('h1, p, dt:not(:has(*)), dd, fieldset span')].filter(part => {
        return part.checkVisibility() && part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1
      })
      const { scrollWidth, clientWidth } = document.documentElement
      return [
        ...cut.map(({ textContent }) => textContent),
        ...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : []),
      ]
    })
    expect(faults).toEqual([])
    const title = await page.getByRole('heading', { level: 1 }).boundingBox()
    const live = await page.getByTitle('Voir l’activité du suivi').boundingBox()
    expect(live?.y).toBeLessThan((title?.y ?? 0) + (title?.height ?? 0))
    await expect(list(page)).toBeVisible()
  })
}
