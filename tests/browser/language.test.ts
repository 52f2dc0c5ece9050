import { expect } from '@playwright/test'
import { test } from './board.ts'
import { row } from './page-parts.ts'
import { rental } from './rentals.ts'

test('speaks French by default', async ({ page, openBoard }) => {
  await openBoard(page)
  await expect(page).toHaveTitle('Suivi des locations')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
})

test.describe('in a browser that prefers English', () => {
  test.use({ locale: 'en-GB' })

  test('speaks English', async ({ page, provider, openBoard }) => {
    provider.set('one', rental('one', 2))
    await openBoard(page)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('textbox', { name: 'Rental tokens' }).fill('one')
    await page.getByRole('button', { name: 'Follow', exact: true }).click()
    await page.getByRole('button', { name: 'Follow 1 rental' }).click()
    await expect(row(page, 'one')).toContainText('Ready')
    await expect(row(page, 'one')).toContainText('€0.90')
    await expect(row(page, 'one')).toContainText('Women, 31 to 49 years')
  })
})

test.describe('in a browser that knows neither', () => {
  test.use({ locale: 'de-DE' })

  test('speaks French', async ({ page, openBoard }) => {
    await openBoard(page)
    await expect(page.getByRole('button', { name: 'Suivre' })).toBeVisible()
  })
})
