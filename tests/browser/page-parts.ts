import { expect, type Locator, type Page } from '@playwright/test'
import type { RentalState } from '../../src/rentals/status.ts'

/** The list of followed rentals. */
export function list(page: Page): Locator {
  return page.getByRole('table', { name: 'Locations suivies' })
}

/** The row of one rental. */
export function row(page: Page, token: string): Locator {
  return page.locator(`[role=row][data-token=${JSON.stringify(token)}]`)
}

/** The rows of all rentals that are drawn. */
export function rows(page: Page): Locator {
  return page.locator('[role=row][data-token]')
}

/** Milliseconds to the next check of an active rental, at most 15 s, and what a busy machine adds. */
export const NEXT_CHECK_MS = 30_000

/** Waits until the row of the rental has the state. */
export async function expectState(page: Page, token: string, state: RentalState, timeout = NEXT_CHECK_MS) {
  await expect(row(page, token)).toHaveAttribute('data-status', state, { timeout })
}

/** Pastes the tokens into the field and follows them; of several, or of another form, the page first shows that. */
export async function follow(page: Page, tokens: readonly string[]) {
  await paste(page, tokens.join('\n'))
  const isPreviewed = tokens.length > 1 || !/^[0-9a-f]{40}$/.test(tokens[0] ?? '')
  if (isPreviewed) await page.getByRole('button', { name: /^Suivre .+ locations?$/ }).click()
}

/** Puts the text into the field and presses «Suivre». */
export async function paste(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Identifiants de location' }).fill(text)
  await page.getByRole('button', { name: 'Suivre', exact: true }).click()
}

/** Presses a button; where the screen has no room for it, in the menu. */
export async function press(page: Page, name: string | RegExp) {
  const button = page.getByRole('button', { name }).first()
  const menu = page.getByRole('button', { name: 'Menu', exact: true })
  await expect(button.or(menu).first()).toBeVisible()
  if (!(await button.isVisible())) await menu.click()
  await button.click()
}

/** Opens the detail of a rental by the link of its row. */
export async function openDetail(page: Page, token: string): Promise<Locator> {
  await row(page, token).getByRole('link').click()
  const detail = page.getByRole('complementary', { name: 'Détail de la location' })
  await expect(detail).toContainText(token)
  return detail
}

/** Unfolds the actions of the open detail that are not wanted every day, and presses one. */
export async function pressInMenu(page: Page, name: string) {
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('complementary').getByRole('button', { name, exact: true }).last().click()
}

/** The line that says what the board is doing, and opens the activity. */
export function liveLine(page: Page): Locator {
  return page.getByTitle('Voir l’activité du suivi')
}

/** The value beside a name in the detail that is open. */
export function fact(page: Page, name: string): Locator {
  return page
    .getByRole('complementary')
    .locator('dt', { hasText: new RegExp(`^${name}$`) })
    .locator('+ dd')
}
