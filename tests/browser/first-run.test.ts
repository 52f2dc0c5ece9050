import { expect } from '@playwright/test'
import { sample } from '../api/samples.ts'
import { status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, fact, openDetail, row } from './page-parts.ts'
import { rental } from './rentals.ts'

test('an empty board explains itself, with the field in focus', async ({ page, openBoard }) => {
  await openBoard(page)
  await expect(page.getByRole('button', { name: 'Voir une démonstration' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Identifiants de location' })).toBeFocused()
  await page.keyboard.type('abc-123')
  await expect(page.getByRole('textbox', { name: 'Identifiants de location' })).toHaveValue('abc-123')
})

test('a pasted token is followed live, and its change shows without a reload', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('abc-123', rental('abc-123', 1))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'generating')
  await expect(row(page, 'abc-123')).toContainText('En création')

  provider.set('abc-123', rental('abc-123', 2))
  await expectState(page, 'abc-123', 'ready')
  await expect(row(page, 'abc-123')).toContainText('Prête')

  await openDetail(page, 'abc-123')
  await expect(fact(page, 'Dernière réponse')).toHaveText(/^(à l’instant|il y a \d+\ss)$/)
  await expect(fact(page, 'Prochaine')).toHaveText(/^dans \d+\s(s|min)$/)
})

const carriers = {
  json: { token: 'identifiant', type: 'application/json' },
  xml: { token: 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb', type: 'text/xml; charset=UTF-8' },
}

for (const form of ['json', 'xml'] as const) {
  test(`the provider's sample in ${form.toUpperCase()} shows every field`, async ({
    page,
    provider,
    openBoard,
  }) => {
    const { token, type } = carriers[form]
    provider.set(token, status(200, { 'content-type': type }, sample('status-reply', form)))
    await openBoard(page, { tokens: [token] })
    await expectState(page, token, 'downloaded')

    const line = row(page, token)
    await expect(line).toContainText('Téléchargée')
    await expect(line).toContainText('Femmes, 31 à 49 ans')
    await expect(line).toContainText('CSP−, intérêt 12')
    await expect(line).toContainText('60200')
    await expect(line).toContainText('10 souhaités, 266 disponibles')
    await expect(line).toContainText('10 × 0,090 €')
    await expect(line).toContainText('0,90 €')
    await expect(line).toContainText('10 numéros')

    const detail = await openDetail(page, token)
    expect(new URL(page.url()).hash).toBe(`#/location/${token}`)
    await expect(detail.getByRole('heading', { name: 'Femmes 31–49, Compiègne' })).toBeVisible()
    await expect(detail).toContainText(token)
    const facts = [
      ['Sexe', 'Femmes'],
      ['Âge', '31 à 49 ans'],
      ['Code postal', '60200 Compiègne'],
      ['Catégorie', 'CSP− 103'],
      ['Intérêt', '12'],
      ['Statut reçu', 'File downloaded by user from api'],
    ] as const
    for (const [name, value] of facts) await expect(fact(page, name)).toHaveText(new RegExp(`^${value}`))
    await expect(detail.getByRole('row', { name: '60200' }).getByRole('cell')).toHaveText(['10', '266'])
    await expect(detail).toContainText('10 × 0,090 €')
    await expect(detail).toContainText('0,90 €')
    await expect(detail).toContainText('10 numéros')
    await detail.getByText('Technique\u00a0: vérifications, réponse reçue').click()
    await expect(detail.locator('pre')).toHaveText(sample('status-reply', form).trim())
  })
}
