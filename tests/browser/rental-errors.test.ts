import { expect } from '@playwright/test'
import { html502, status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, row } from './page-parts.ts'
import { rental } from './rentals.ts'

test.describe('a rental’s own error', () => {
  const errors = [
    { code: 31, message: 'Le token de la location est requis', state: 'error' },
    { code: 32, message: 'Location introuvable', state: 'not-found' },
    { code: 33, message: 'Fichier de location introuvable', state: 'error' },
  ] as const

  for (const { code, message, state } of errors) {
    test(`${code} stands on its own row in the provider's words`, async ({ page, provider, openBoard }) => {
      provider.set('bonne', rental('bonne', 5))
      const body = JSON.stringify({ success: false, code, message })
      provider.set('mauvaise', status(200, { 'content-type': 'application/json' }, body))
      await openBoard(page, { tokens: ['mauvaise', 'bonne'] })
      await expectState(page, 'mauvaise', state)
      await expectState(page, 'bonne', 'downloaded')
      await expect(row(page, 'mauvaise')).toContainText(`${message} (code ${code})`)
      await expect(row(page, 'bonne')).not.toContainText(message)
      await expect(page.getByRole('alert').filter({ hasText: message })).toHaveCount(0)
    })
  }
})

test.describe('a failed check', () => {
  test.use({ expectedConsole: [/^Failed to load resource: .* 502/] })

  test('keeps the last data, marked as old, until the next good one', async ({
    page,
    provider,
    openBoard,
  }) => {
    await page.clock.install()
    provider.set('une', rental('une', 1))
    await openBoard(page, { tokens: ['une'] })
    await expectState(page, 'une', 'generating')

    provider.behave(html502, { token: 'une' })
    await page.clock.fastForward(15_000)
    await expect(row(page, 'une')).toHaveAttribute('data-stale', 'true')
    await expectState(page, 'une', 'generating')
    await expect(row(page, 'une')).toContainText('Femmes, 31 à 49 ans')
    await expect(row(page, 'une')).toContainText(/données d’il y a \d+\ss/)

    provider.set('une', rental('une', 2))
    await page.clock.fastForward(60_000)
    await expectState(page, 'une', 'ready')
    await expect(row(page, 'une')).not.toHaveAttribute('data-stale')
  })
})
