import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './board.ts'
import { list, openDetail, row, rows } from './page-parts.ts'

const LILLE = '7fd1c20bc0e94b6687690d88cfac6b3efe91ab4e'

test.describe('what vanishes under the focus hands it on:', () => {
  test.beforeEach(async ({ page, openKeylessBoard }) => {
    await openKeylessBoard(page, { at: '?demo' })
    await row(page, LILLE).waitFor()
  })

  test('a dialog that another one replaces, to the button that opened the first', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Réglages' })
    await pressByKey(page, opener)
    await pressByKey(page, page.getByRole('button', { name: 'Raccourcis clavier' }))
    await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  test('a menu, to its button; a rental that goes, to the list', async ({ page }) => {
    const detail = await openDetail(page, LILLE)
    const menu = detail.getByRole('button', { name: 'Autres actions' })
    await pressByKey(page, menu)
    await pressByKey(page, detail.getByRole('button', { name: 'Copier l’identifiant' }).first())
    await expect(menu).toBeFocused()
    await pressByKey(page, menu)
    await pressByKey(page, detail.getByRole('button', { name: 'Ne plus suivre' }))
    await expect(detail).toHaveCount(0)
    await expect(list(page)).toBeFocused()
    await pressByKey(page, page.getByRole('button', { name: 'Annuler' }).last())
    await expect(row(page, LILLE)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Messages' })).toBeFocused()
  })

  test('a field for a name or a token, to the button that opened it', async ({ page }) => {
    for (const [token, name] of [
      [LILLE, 'Renommer'],
      ['1a2b3c4d5e6f', 'Corriger l’identifiant'],
    ] as const) {
      const opener = (await openDetail(page, token)).getByRole('button', { name }).first()
      for (const key of ['Escape', 'Enter']) {
        await pressByKey(page, opener)
        await page.keyboard.press(key)
        await expect(opener).toBeFocused()
      }
    }
  })

  test('a chip, to the list', async ({ page }) => {
    await page.getByRole('button', { name: 'Étiquette Relance' }).first().click()
    await pressByKey(page, page.getByRole('button', { name: 'Ne plus filtrer par Relance' }))
    await expect(list(page)).toBeFocused()
    await page.getByRole('button', { name: 'Étiquette Relance' }).first().click()
    await pressByKey(page, page.getByRole('button', { name: 'Tout afficher' }))
    await expect(list(page)).toBeFocused()
  })

  test('a search that found nothing, to the list', async ({ page }) => {
    await page.getByRole('searchbox').fill('nulle part')
    await pressByKey(page, list(page).getByRole('button', { name: 'Tout afficher' }))
    await expect(list(page)).toBeFocused()
  })

  test('the map, to the list that its link leads to; a chip over the costs, to the page', async ({
    page,
  }) => {
    await page.getByRole('link', { name: 'Carte' }).click()
    const map = page.getByRole('region', { name: 'Carte des locations' })
    await map.locator('table').getByRole('button').first().click()
    await map.getByRole('link', { name: 'Voir dans la liste' }).press('Enter')
    await expect(list(page)).toBeFocused()
    await page.getByRole('link', { name: 'Coûts' }).click()
    await pressByKey(page, page.getByRole('button', { name: 'Tout afficher' }))
    await expect(page.getByRole('main')).toBeFocused()
  })
})

test('what ends a selection gives the focus to the list, or to the page where none is left', async ({
  page,
  openBoard,
}) => {
  await openBoard(page, { tokens: ['une-location', 'une-autre'] })
  const select = async (token: string) =>
    row(page, token)
      .getByRole('link')
      .click({ modifiers: ['ControlOrMeta'] })
  const bar = page.getByRole('region', { name: 'Sélection' })
  await select('une-autre')
  await pressByKey(page, bar.getByRole('button', { name: 'Effacer la sélection' }))
  await expect(list(page)).toBeFocused()
  await select('une-location')
  await select('une-autre')
  await pressByKey(page, bar.getByRole('button', { name: 'Ne plus suivre' }))
  await expect(rows(page)).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})

async function readyToken(page: Page): Promise<string> {
  const ready = page.locator('[role=row][data-status=ready]').first()
  return (await ready.getAttribute('data-token')) ?? ''
}

test('a dialog whose button is gone by its end hands the focus to the list', async ({
  page,
  openFilesBoard,
}) => {
  await openFilesBoard(page, { at: '?demo' })
  for (const key of ['Escape', 'Enter']) {
    await row(page, await readyToken(page))
      .getByRole('link')
      .click()
    const opener = page.getByRole('button', { name: 'Télécharger le fichier', exact: true })
    await pressByKey(page, opener)
    const dialog = page.getByRole('dialog', { name: 'Télécharger le fichier' })
    await pressByKey(page, dialog.getByRole('button', { name: 'Télécharger', exact: true }))
    await expect(dialog).toContainText('Le compte y est.')
    await expect(page.locator('aside').getByText('Télécharger le fichier')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Fermer' }).last().focus()
    await page.keyboard.press(key)
    await expect(dialog).toHaveCount(0)
    await expect(list(page)).toBeFocused()
    await page.keyboard.press('Escape')
  }
})

test('the row under the focus stands above the bar of a selection', async ({ page, openKeylessBoard }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await openKeylessBoard(page, { at: '?demo' })
  await rows(page).nth(8).waitFor()
  const link = rows(page).first().getByRole('link')
  await link.click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('region', { name: 'Sélection' }).waitFor()
  await link.focus()
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.evaluate(isFocusInView)).toBe(true)
  }
})

test.describe('«back»', () => {
  test('leads to the map and on, also after the list was sorted', async ({ page, openKeylessBoard }) => {
    await openKeylessBoard(page, { at: '?demo' })
    await page.getByRole('link', { name: 'Carte' }).click()
    await page.getByRole('link', { name: 'Liste' }).click()
    await page.getByRole('button', { name: 'Location', exact: true }).click()
    await expect(page).toHaveURL(/sort=name/)
    await page.goBack()
    await expect(page.getByRole('region', { name: 'Carte des locations' })).toBeVisible()
    await page.goBack()
    await expect(list(page)).toBeVisible()
    await page.goForward()
    await expect(page.getByRole('region', { name: 'Carte des locations' })).toBeVisible()
  })

  test('closes a detail beside which a search went on', async ({ page, openKeylessBoard }) => {
    await openKeylessBoard(page, { at: '?demo' })
    const search = page.getByRole('searchbox')
    await search.fill('lille')
    await expect(page).toHaveURL(/q=lille/)
    const detail = await openDetail(page, LILLE)
    await search.fill('lille so')
    await expect(page).toHaveURL(/q=lille\+so/)
    await page.goBack()
    await expect(detail).toBeHidden()
    await expect(search).toHaveValue('lille')
  })
})

async function pressByKey(page: Page, button: Locator) {
  await button.focus()
  await page.keyboard.press('Enter')
}

function isFocusInView(): boolean {
  const row = document.activeElement?.closest('[role=row]')
  const { top = 0, bottom = 0, left = 0, right = 0 } = row?.getBoundingClientRect() ?? {}
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return row !== null && seen?.closest('[role=row]') === row
}
