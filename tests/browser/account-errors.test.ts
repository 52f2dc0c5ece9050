import { expect } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, row } from './page-parts.ts'
import { recordChecks } from './recorder.ts'
import { rental, tokens } from './rentals.ts'

const errors = [
  { code: 1, message: 'La Clé API est requise', title: 'Aucune clé API n’est configurée' },
  { code: 10, message: 'Clé API incorrecte', title: 'La clé API est refusée par SMS Partner' },
  { code: 20, message: 'Compte désactivé', title: 'Le compte SMS Partner est désactivé' },
  { code: 30, message: 'Compte bloqué', title: 'Le compte SMS Partner est bloqué' },
  { code: 40, message: 'Accès refusé', title: 'SMS Partner refuse à ce compte l’accès à son API' },
  { code: 96, message: 'Adresse IP non autorisée', title: 'L’adresse IP du serveur n’est pas autorisée' },
]

for (const { code, message, title } of errors) {
  test(`account error ${code} is one banner, stops the checks but for a try a minute later, and ends with «Réessayer»`, async ({
    page,
    provider,
    openBoard,
  }) => {
    const sent = await recordChecks(page)
    await page.clock.install()
    const followed = tokens(10)
    for (const token of followed) provider.set(token, rental(token, 1))
    const body = JSON.stringify({ success: false, code, message })
    provider.behave(status(200, { 'content-type': 'application/json' }, body))
    await openBoard(page, { tokens: followed })

    const alert = page.getByRole('alert').filter({ hasText: title })
    await expect(alert).toBeVisible()
    await expect(alert).toContainText(message)
    await expect(alert.getByRole('button', { name: 'Indiquer une clé' })).toBeVisible()
    await expect(page.getByText(message)).toHaveCount(1)
    for (const token of followed) await expectState(page, token, 'pending')

    const asked = (await sent()).length
    expect(asked).toBeLessThanOrEqual(4)
    await page.clock.fastForward(30_000)
    expect(await sent()).toHaveLength(asked)
    await page.clock.fastForward(30_000)
    await expect.poll(() => provider.calls.length).toBe(asked + 1)
    await page.clock.fastForward(60_000)
    expect(await sent()).toHaveLength(asked + 1)

    provider.behave(null)
    await alert.getByRole('button', { name: 'Réessayer' }).click()
    for (const token of followed) await expectState(page, token, 'generating')
    await expect(alert).toBeHidden()
    await expect(row(page, 'location-1')).not.toContainText(message)
  })
}
