import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './board.ts'
import { expectState, openDetail, row, rows } from './page-parts.ts'
import { rental } from './rentals.ts'

test('finished rentals are put away, found, counted in the costs, and brought back', async ({
  page,
  provider,
  openBoard,
}) => {
  const finished = ['finie-1', 'finie-2']
  for (const token of finished) provider.set(token, rental(token, 5))
  provider.set('prete', rental('prete', 2))
  await openBoard(page, { tokens: [...finished, 'prete'] })
  for (const token of finished) await expectState(page, token, 'downloaded')

  await page.getByRole('button', { name: 'Archiver les terminées' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Archiver les terminées' }).click()
  await expect(rows(page)).toHaveCount(1)

  await page.reload()
  await expect(row(page, 'prete')).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
  provider.calls.length = 0
  await page.getByTitle('Voir l’activité du suivi').click()
  await page.getByRole('button', { name: /^Tout vérifier/ }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => provider.calls.length).toBeGreaterThan(0)
  expect(JSON.stringify(provider.calls)).not.toContain('finie')

  await page.getByRole('searchbox').fill('finie-2')
  await expect(row(page, 'finie-2')).toContainText('Archivée')
  await page.getByRole('searchbox').fill('')
  await expect(rows(page)).toHaveCount(1)

  await page.getByRole('link', { name: 'Coûts' }).click()
  await expect(page.getByRole('main')).toContainText('2,70')
  await page.getByRole('link', { name: 'Liste' }).click()

  await page.getByRole('button', { name: 'Archivées, 2' }).click()
  await expect(rows(page)).toHaveCount(2)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  const detail = await openDetail(page, 'finie-1')
  await detail.getByRole('button', { name: 'Autres actions' }).click()
  await detail.getByRole('button', { name: 'Remettre dans la liste' }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: /Archivées/ }).click()
  await expect(row(page, 'finie-1')).toBeVisible()
})

test('a note is written in the detail, shown in the row, found, and kept', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('abc-123', rental('abc-123', 5))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'downloaded')
  const detail = await openDetail(page, 'abc-123')
  await detail.getByRole('button', { name: 'Ajouter une note' }).click()
  await detail.getByRole('textbox', { name: 'Note' }).fill('Envoi prévu vendredi')
  await page.keyboard.press('Enter')
  await expect(detail).toContainText('Envoi prévu vendredi')
  await expect(row(page, 'abc-123')).toContainText('Envoi prévu vendredi')
  await page.reload()
  await page.getByRole('searchbox').fill('vendredi')
  await expect(row(page, 'abc-123')).toContainText('Envoi prévu vendredi')
  await page.getByRole('searchbox').fill('samedi')
  await expect(rows(page)).toHaveCount(0)
})
