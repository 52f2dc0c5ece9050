import { expect } from '@playwright/test'
import { test } from './board.ts'

test('the second click of a double one presses nothing in the dialog it opens', async ({
  page,
  openKeylessBoard,
}) => {
  await openKeylessBoard(page, { at: '?demo' })
  const button = page.getByRole('button', { name: 'Réglages' })
  const close = page.getByRole('dialog', { name: 'Réglages' }).getByRole('button', { name: 'Fermer' })
  await button.click()
  const place = await close.first().boundingBox()
  await close.first().click()
  await button.evaluate((button, { x, y }) => {
    button.style.cssText = `position: fixed; left: ${x}px; top: ${y}px`
  }, place ?? { x: 0, y: 0 })
  await button.dblclick({ position: { x: 10, y: 10 } })
  await expect(close.first()).toBeVisible()
  await close.first().click()
  await expect(close).toHaveCount(0)
})

test('a dialog closes by a press beside it, and by nothing less', async ({ page, openKeylessBoard }) => {
  await openKeylessBoard(page, { at: '?demo' })
  const button = page.getByRole('button', { name: 'Réglages' })
  const dialog = page.getByRole('dialog', { name: 'Réglages' })
  const beside = { x: 8, y: 500 }
  await button.click()
  await expect(dialog).toBeVisible()
  await page.mouse.click(beside.x, beside.y)
  await expect(dialog).toBeHidden()

  await button.dblclick()
  await expect(dialog).toBeVisible()

  // A selection of its words that ends outside.
  await dialog.getByRole('heading', { name: 'Réglages' }).hover()
  await page.mouse.down()
  await page.mouse.move(beside.x, beside.y, { steps: 3 })
  await page.mouse.up()
  await expect(dialog).toBeVisible()
  await page.mouse.click(beside.x, beside.y)
  await expect(dialog).toBeHidden()
})
