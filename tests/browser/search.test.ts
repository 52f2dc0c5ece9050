import { expect, type Page } from '@playwright/test'
import { test } from './board.ts'
import { expectState, NEXT_CHECK_MS, openDetail, row, rows } from './page-parts.ts'
import { recordMotions } from './recorder.ts'
import { rental } from './rentals.ts'

const lille = rental('lille', 2)
const nantes = rental('nantes', 1)
const dijon = rental('dijon', 5)
lille.location = { ...lille.location, sexe: 'homme', zipcode: '59000', details_localisation: [] }
nantes.location = { ...nantes.location, cost: { quantity: 2_000, total: '180.00', cost_unity: '0.090' } }

test.beforeEach(async ({ page, provider, openBoard }) => {
  const replies = { lille, nantes, dijon }
  for (const [token, reply] of Object.entries(replies)) provider.set(token, reply)
  await openBoard(page, { tokens: Object.keys(replies) })
  await expectState(page, 'lille', 'ready')
  await expectState(page, 'nantes', 'generating')
  await expectState(page, 'dijon', 'downloaded')
  // The field that took the tokens has the focus, and every character that is typed.
  await page.getByRole('heading', { level: 1 }).click()
})

const field = (page: Page) => page.getByRole('searchbox', { name: 'Rechercher' })
const tagField = (page: Page) => page.getByRole('combobox', { name: 'Ajouter une étiquette' })

/** The tokens of the rows, from above. */
async function expectRows(page: Page, ...tokens: readonly string[]) {
  await expect(rows(page)).toHaveCount(tokens.length)
  for (const [index, token] of tokens.entries()) {
    await expect(rows(page).nth(index)).toHaveAttribute('data-token', token)
  }
}

test('a search goes by words of either language, by postcode and by commune', async ({ page }) => {
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  for (const [words, ...found] of [
    ['pretes', 'lille'],
    ['in creation', 'nantes'],
    ['60200 downloaded', 'dijon'],
    ['COMPIEGNE', 'nantes', 'dijon'],
    ['oise women', 'nantes', 'dijon'],
    ['hommes nord', 'lille'],
    ['hommes oise'],
  ] as const) {
    await field(page).fill(words)
    await expectRows(page, ...found)
  }
  await expect(page.getByText('0 sur 3 locations')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectRows(page, 'lille', 'nantes', 'dijon')
  await expect(page.getByText('3 locations', { exact: true })).toBeVisible()
})

test('a letter is drawn before the list that it searches', async ({ page }) => {
  await field(page).fill('lille')
  await expectRows(page, 'lille')
  await field(page).evaluate(input => {
    const watch = (message: string) =>
      document.body.setAttribute('data-seen', `${document.body.getAttribute('data-seen') ?? ''}${message} `)
    const list = document.querySelector('[role="table"]')
    if (list === null) throw new Error('no list')
    new MutationObserver(() => watch('list')).observe(list, { childList: true })
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => watch('letter')
    // The next task of all: React has taken the letter in, and what it left for later comes behind.
    input.addEventListener('input', () => port2.postMessage(undefined), { capture: true })
  })
  await field(page).press('End')
  await page.keyboard.press('x')
  await expectRows(page)
  await expect(page.locator('body')).toHaveAttribute('data-seen', /^letter list/)
})

test('what the search moves is not kept for the pointer that rests on it, and does not flip', async ({
  page,
  provider,
}) => {
  const motions = await recordMotions(page)
  await page.reload()
  await expectRows(page, 'lille', 'nantes', 'dijon')
  const cost = { quantity: 2_000, total: '190.00', cost_unity: '0.095' }
  provider.set('nantes', { ...nantes, location: { ...nantes.location, cost } })
  await expect(row(page, 'nantes')).toContainText('190,00', { timeout: NEXT_CHECK_MS })
  await row(page, 'nantes').hover()
  await page.keyboard.press('/')
  await page.keyboard.insertText('dijon')
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(3)
  expect((await motions()).filter(({ id }) => id === 'flip')).toEqual([])
})

test('the sums of the header follow the search', async ({ page }) => {
  const sums = page.getByRole('banner').locator('dl')
  await expect(sums).toContainText('181,80 €')
  await field(page).fill('nantes')
  await expect(sums).toContainText('180,00 €')
})

test('tags are given in the detail, shown in the row, and filter the list', async ({ page }) => {
  await openDetail(page, 'lille')
  await tagField(page).fill('Soldes')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Été,')
  await openDetail(page, 'dijon')
  await tagField(page).fill('SOLDES')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')

  const tag = row(page, 'dijon').getByRole('button', { name: 'Étiquette Soldes' })
  await tag.click()
  expect(new URL(page.url()).hash, 'the row was not opened').toBe('#/')
  await expectRows(page, 'lille', 'dijon')
  await row(page, 'lille').getByRole('button', { name: 'Étiquette Été' }).click()
  await expectRows(page, 'lille')
  await page.getByRole('button', { name: 'Ne plus filtrer par Été' }).click()
  await page.getByRole('button', { name: 'Ne plus filtrer par Soldes' }).click()
  await expectRows(page, 'lille', 'nantes', 'dijon')

  await page.reload()
  await openDetail(page, 'lille')
  await page.getByRole('button', { name: 'Retirer l’étiquette Soldes' }).click()
  await expect(row(page, 'lille')).not.toContainText('Soldes')
})

test('the order is selected, and remembered', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Trier' }).selectOption('nom')
  await expectRows(page, 'lille', 'nantes', 'dijon')
  await page.getByRole('combobox', { name: 'Trier' }).selectOption('coût')
  await expectRows(page, 'nantes', 'lille', 'dijon')
  await expect(page.getByRole('heading', { name: 'En cours, 1' })).toHaveCount(0)
  await page.reload()
  await expectRows(page, 'nantes', 'lille', 'dijon')
  await page.getByRole('combobox', { name: 'Trier' }).selectOption('urgence')
  await expect(page.getByRole('heading', { name: 'En cours, 1' })).toBeVisible()
})

test('? lists the shortcuts, which can be switched off', async ({ page }) => {
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Raccourcis clavier' })
  await expect(dialog).toContainText('Location suivante, précédente')
  await dialog.getByRole('checkbox', { name: /^Raccourcis d’une seule touche/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(dialog).toBeHidden()
  await expect(field(page)).not.toBeFocused()

  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click()
  await dialog.getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
})

test('the arrows lead from one detail to the next, and stay in fields', async ({ page }) => {
  const detail = await openDetail(page, 'lille')
  await expect(detail).toBeFocused()
  for (const [key, token] of [
    ['ArrowDown', 'nantes'],
    ['ArrowDown', 'dijon'],
    ['ArrowDown', 'dijon'],
    ['ArrowUp', 'nantes'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(detail).toContainText(token)
    await expect(detail).toBeFocused()
  }
  await tagField(page).focus()
  await page.keyboard.press('ArrowUp')
  await expect(detail).toContainText('nantes')

  await page.keyboard.press('Escape')
  await expect(detail).toBeHidden()
  await expect(row(page, 'nantes').getByRole('link')).toBeFocused()
  await page.keyboard.press('j')
  await expect(row(page, 'dijon').getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(detail).toContainText('dijon')
})
