import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, follow, list, liveLine, openDetail, row, rows } from './page-parts.ts'
import { rental } from './rentals.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

/** Milliseconds in which a lost connection is said. */
const NOTICED_WITHIN_MS = 30_000

/** Puts a copy of every text of the page, now and later, into a <font>, as translators of pages do. */
function translate(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('#root')
    if (root === null) throw new Error('no page')
    function wrapAll(root: Element) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
      for (const text of texts.filter(({ parentElement }) => parentElement?.tagName !== 'FONT')) {
        const font = document.createElement('font')
        font.textContent = text.data
        text.replaceWith(font)
      }
    }
    wrapAll(root)
    new MutationObserver(() => wrapAll(root)).observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
}

/** Texts that share their element with others, which React loses once a translator has moved them. */
function mixedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const mixed: string[] = []
    while (walker.nextNode()) {
      const { parentNode, textContent } = walker.currentNode
      if (parentNode !== null && parentNode.childNodes.length > 1 && textContent?.trim())
        mixed.push(textContent)
    }
    return mixed
  })
}

/** What the counts, the rows and the detail say, but for the times, which go on. */
function words(page: Page): Promise<string[]> {
  const parts = [
    'header fieldset',
    'header dl',
    '[role=cell]:not([class*="grid-area:since"])',
    'aside > section:nth-of-type(-n+4)',
  ]
  return page.locator(parts.join(', ')).allTextContents()
}

function costing(token: string, status: number, total: string, quantity: number) {
  const reply = rental(token, status)
  return { ...reply, location: { ...reply.location, cost: { quantity, total, cost_unity: '0.090' } } }
}

test('the page asks not to be translated, in both languages', async ({ page, openBoard }) => {
  await openBoard(page)
  await expect(page.locator('meta[name=google]')).toHaveAttribute('content', 'notranslate')
  await translate(page)
  await page.getByRole('button', { name: 'Réglages' }).click()
  expect(await mixedTexts(page)).toEqual([])
  await page.getByText('English').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('translate', 'no')
  await expect(page.getByRole('dialog')).not.toContainText(/Réglages|Thème|Cadence/)
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})

test('no text shares its element with another, in any view', async ({ page, openKeylessBoard }) => {
  await openKeylessBoard(page, { at: '?demo' })
  await expect(rows(page).first()).toBeVisible()
  expect(await mixedTexts(page)).toEqual([])
  await page.getByRole('link', { name: 'Carte' }).click()
  await expect(page.getByRole('button', { name: '31 Haute-Garonne', exact: true })).toBeVisible()
  expect(await mixedTexts(page)).toEqual([])
  await page.getByRole('link', { name: 'Coûts' }).click()
  await expect(page.getByRole('button', { name: 'Exporter en CSV' })).toBeVisible()
  expect(await mixedTexts(page)).toEqual([])
  await liveLine(page).click()
  await expect(page.getByRole('dialog')).toContainText('Activité du suivi')
  expect(await mixedTexts(page)).toEqual([])
})

test('a translated board shows every change of status, cost and connection', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('une', costing('une', 1, '0.900', 10))
  provider.set('deux', costing('deux', 1, '4.500', 50))
  await openBoard(page, { tokens: ['une', 'deux'] })
  await expectState(page, 'une', 'generating')
  await expectState(page, 'deux', 'generating')
  const detail = await openDetail(page, 'une')
  expect(await mixedTexts(page)).toEqual([])
  await translate(page)

  provider.set('une', costing('une', 2, '1234.500', 13_717))
  await detail.getByRole('button', { name: 'Vérifier maintenant' }).click()
  await expectState(page, 'une', 'ready')
  await expect(row(page, 'une')).toContainText(/Prête.*1\s234,50\s€.*13\s717 × 0,090\s€/)
  await expect(row(page, 'une')).not.toContainText(/En création|0,90\s€/)
  await expect(detail).toContainText(/1\s234,50\s€.*13\s717 × 0,090\s€/)
  await expect(page.getByRole('button', { name: /^\d+ Prêtes/ })).toContainText('1')
  await expect(page.getByRole('banner')).toContainText(/1\s239,00\s€/)
  await expect(list(page).getByRole('heading')).toHaveText(['À télécharger, 1', 'En cours, 1'])
  const translated = await words(page)
  expect(translated.length).toBeGreaterThan(15)

  await follow(page, ['trois'])
  await expectState(page, 'trois', 'not-found')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(liveLine(page)).toContainText('En pause')
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await expect(liveLine(page)).toContainText('En direct')
  await provider.kill()
  await expect(liveLine(page)).toContainText('Connexion perdue', { timeout: NOTICED_WITHIN_MS })
  await liveLine(page).click()
  await expect(page.getByRole('dialog')).toContainText('Le serveur ne répond plus')
  await page.keyboard.press('Escape')
  await provider.restart()
  await expect(liveLine(page)).toContainText('En direct', { timeout: NOTICED_WITHIN_MS })
  await expect(page.getByText('Connexion perdue')).toHaveCount(0)
  await detail.getByRole('link', { name: 'Fermer' }).click()
  await row(page, 'trois').getByRole('checkbox').check({ force: true })
  await page.getByRole('button', { name: 'Ne plus suivre' }).click()
  await expect(list(page).getByRole('heading')).toHaveText(['À télécharger, 1', 'En cours, 1'])
  await page.reload()
  await openDetail(page, 'une')
  await expect.poll(() => words(page), 'a page that nobody translated says the same').toEqual(translated)
})

test('a translated wall shows every change of status, cost and connection', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('une', costing('une', 1, '0.900', 10))
  provider.set('deux', costing('deux', 1, '0.900', 10))
  await openBoard(page, { tokens: ['une', 'deux'] })
  await expectState(page, 'une', 'generating')
  await page.goto(`${new URL(page.url()).origin}/?view=wall`)
  const card = page.locator('[data-token=une]')
  await expect(card).toContainText('En création')
  expect(await mixedTexts(page)).toEqual([])
  await translate(page)
  provider.set('une', costing('une', 2, '1234.500', 13_717))
  await expect(card).toHaveAttribute('data-status', 'ready', { timeout: NOTICED_WITHIN_MS })
  await expect(card).toContainText(/Prête.*1\s234,50\s€/)
  await expect(card).not.toContainText(/En création|0,90/)
  await expect(page.getByRole('heading', { name: 'À télécharger, 1' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText(/1\s235,40\s€/)
  await provider.kill()
  await expect(page.getByRole('alert')).toContainText('Connexion perdue', { timeout: NOTICED_WITHIN_MS })
  expect(await mixedTexts(page)).toEqual([])
  await provider.restart()
  await expect(page.getByRole('banner')).toContainText('En direct', { timeout: NOTICED_WITHIN_MS })
  await expect(page.getByText('Connexion perdue')).toHaveCount(0)
})
