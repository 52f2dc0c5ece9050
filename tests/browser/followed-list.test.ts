import { expect, type Page } from '@playwright/test'
import { storageKey } from '../../src/rentals/tracked-rental.ts'
import { hangHeaders } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { expectState, fact, follow, openDetail, paste, pressInMenu, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

test('says what was added, what was there already, and what was refused and why', async ({
  page,
  openBoard,
}) => {
  await openBoard(page, { tokens: ['un', 'deux'] })
  const outcome = page.locator('form').getByRole('status')
  await expect(outcome).toContainText('2 locations ajoutées')

  await paste(page, `deux, trois;trois\n un;${'x'.repeat(129)}`)
  await expect(outcome).toContainText('1 à suivre, 2 déjà suivies, 1 refusée')
  await page.getByRole('button', { name: 'Suivre 1 location' }).click()
  await expect(outcome).toContainText('1 location ajoutée, 2 déjà suivies, 1 refusée')
  await expect(outcome).toContainText('plus de 128 caractères')
  await expect(page.getByRole('textbox', { name: 'Identifiants de location' })).toHaveValue('x'.repeat(129))
  await expect(rows(page)).toHaveCount(3)
})

test('a reload shows the board at once with its age, though the provider hangs', async ({
  page,
  provider,
  openBoard,
}) => {
  await page.clock.install()
  for (const token of ['prête', 'finie']) provider.set(token, rental(token, token === 'prête' ? 2 : 5))
  await openBoard(page, { tokens: ['prête', 'finie'] })
  await expectState(page, 'prête', 'ready')
  await expectState(page, 'finie', 'downloaded')

  provider.behave(hangHeaders)
  await page.clock.fastForward('02:00:00')
  await page.reload()
  await expectState(page, 'prête', 'ready')
  await expectState(page, 'finie', 'downloaded')
  await expect(row(page, 'finie')).toContainText('Femmes, 31 à 49 ans')
  for (const token of ['prête', 'finie']) {
    await openDetail(page, token)
    await expect(fact(page, 'Dernière réponse')).toHaveText('il y a 2 h')
  }
})

test('a removed rental comes back whole with Undo, and stays away without', async ({
  page,
  provider,
  openBoard,
}) => {
  for (const token of ['un', 'deux']) provider.set(token, rental(token, 5))
  await openBoard(page, { tokens: ['un', 'deux'] })
  await expectState(page, 'un', 'downloaded')

  const remove = async () => {
    await openDetail(page, 'un')
    await pressInMenu(page, 'Ne plus suivre')
    await expect(row(page, 'un')).toHaveCount(0)
  }
  await remove()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expectState(page, 'un', 'downloaded')

  await remove()
  await page.reload()
  await expectState(page, 'deux', 'downloaded')
  await expect(row(page, 'un')).toHaveCount(0)
})

test('two tabs that add 200 rentals each at once lose none of them', async ({ page, context, openBoard }) => {
  const other = await context.newPage()
  await Promise.all([openBoard(page), openBoard(other)])
  await Promise.all([follow(page, tokens(200, 'ici')), follow(other, tokens(200, 'là'))])
  for (const tab of [page, other]) {
    await expect(counted(tab)).toHaveText('400 locations')
    await tab.reload()
    await expect(counted(tab)).toHaveText('400 locations')
  }
})

test('a corrupt entry is set aside and reported, and touches no other', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('saine', rental('saine', 5))
  await openBoard(page, { tokens: ['saine', 'abîmée'] })
  await expectState(page, 'saine', 'downloaded')
  await page.evaluate(key => localStorage.setItem(key, '{"v":1,"tok'), storageKey('abîmée'))
  await page.reload()
  await expectState(page, 'saine', 'downloaded')
  await expect(row(page, 'abîmée')).toHaveCount(0)
  await expect(page.getByText('1 location enregistrée était illisible')).toBeVisible()

  const kept = await page.evaluate(() => Object.values(localStorage))
  expect(kept).toContain('{"v":1,"tok')
})

test('a full storage is said on the page, and the board still runs', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('une', rental('une', 1))
  await openBoard(page)
  await page.evaluate(fillStorage)
  await follow(page, ['une'])
  await expect(page.getByText('Le navigateur refuse d’enregistrer')).toBeVisible()
  await expectState(page, 'une', 'generating')
  provider.set('une', rental('une', 2))
  await expectState(page, 'une', 'ready')
})

/** The line that counts the list. */
function counted(page: Page) {
  return page.getByText(/^\d+ locations?$/)
}

/** Leaves no room for one more character. */
function fillStorage() {
  for (let size = 2 ** 22, n = 0; size >= 1; n += 1) {
    try {
      localStorage.setItem(`fill ${n}`, 'x'.repeat(size))
    } catch {
      size /= 2
    }
  }
}
