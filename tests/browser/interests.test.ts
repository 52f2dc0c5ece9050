import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, fact, openDetail, row } from './page-parts.ts'
import { rental } from './rentals.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a name typed for an interest is kept, saved with the backup and shared with the link', async ({
  page,
  browser,
  provider,
  openBoard,
  boardUrl,
}) => {
  provider.set('abc-123', rental('abc-123', 2))
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'ready')
  await openDetail(page, 'abc-123')
  await press(page, 'Nommer l’intérêt 12')
  await page.getByRole('textbox', { name: 'Nommer l’intérêt 12' }).fill(' Jardinage ')
  await page.keyboard.press('Enter')
  await expect(fact(page, 'Intérêt')).toContainText('Jardinage 12')
  await expect(row(page, 'abc-123')).toContainText('intérêt Jardinage')

  await page.reload()
  await expect(row(page, 'abc-123')).toContainText('intérêt Jardinage')
  await expect(row(page, 'abc-123')).toHaveAccessibleName(/intérêt Jardinage/)

  await press(page, 'Exporter')
  const link = page.getByRole('textbox', { name: 'Lien de partage' })
  await expect(link).toHaveValue(/#\/partage\/./)
  const address = await link.inputValue()
  const coming = page.waitForEvent('download')
  await press(page, 'Télécharger la sauvegarde')
  const backup = await (await coming).path()
  expect(JSON.parse(await readFile(backup, 'utf8'))).toMatchObject({
    preferences: { interests: { 12: 'Jardinage' } },
  })

  const colleague = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  expect(address.startsWith(boardUrl)).toBe(true)
  await colleague.goto(address)
  await expect(colleague.getByRole('region', { name: 'Locations partagées avec vous' })).toContainText(
    '1 nom d’intérêt',
  )
  await press(colleague, 'Suivre 1 location')
  await expect(row(colleague, 'abc-123')).toContainText('intérêt Jardinage')
  await colleague.context().close()

  const own = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await own.goto(boardUrl)
  await press(own, 'Réglages')
  await own.getByLabel('Restaurer une sauvegarde…').setInputFiles(backup)
  await press(own, 'Restaurer 1 location')
  await expect(row(own, 'abc-123')).toContainText('intérêt Jardinage')
  await own.context().close()
})

test('an emptied name gives back the code, or the documented name', async ({ page, provider, openBoard }) => {
  const reply = rental('abc-123', 2)
  provider.set('abc-123', { ...reply, location: { ...reply.location, interest: '14' } })
  await openBoard(page, { tokens: ['abc-123'] })
  await expectState(page, 'abc-123', 'ready')
  await openDetail(page, 'abc-123')
  for (const [name, shown] of [
    ['Maison', 'Maison 14'],
    ['', 'Habitation 14'],
  ] as const) {
    await press(page, 'Nommer l’intérêt 14')
    await page.getByRole('textbox', { name: 'Nommer l’intérêt 14' }).fill(name)
    await press(page, 'Enregistrer')
    await expect(fact(page, 'Intérêt')).toContainText(shown)
  }
})
