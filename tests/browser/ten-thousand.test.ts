import { expect } from '@playwright/test'
import { fill } from '../fake-provider/fill.ts'
import { test } from './board.ts'
import { longestTask, watchTasks } from './long-tasks.ts'
import { press, rows } from './page-parts.ts'
import { plainTableTime } from './plain-table.ts'

const COUNT = 10_000
const TAGS_EACH = 10

/** No task of the page may take longer than so many plain tables of tokens and names do meanwhile. */
const MAX_TABLES = 4

/** What is waited for only has to come: how long the page is busy is told in tables. */
const patient = expect.configure({ timeout: 60_000 })

const filled = fill(COUNT)
const rentals = filled.map(({ token, name }, index) => {
  const tags = Array.from({ length: TAGS_EACH }, (_, nth) => `Vague ${index * TAGS_EACH + nth}`)
  return { token, name, tags, addedAt: 1_700_000_000_000, place: index }
})
const plainCells = rentals.map(({ token, name }) => [token, name])
const buffer = Buffer.from(JSON.stringify({ format: 'rental-board', version: 1, rentals }))

test('a backup of 10,000 rentals with 100,000 tags is restored, opened, searched and filtered in time', async ({
  page,
  provider,
  openBoard,
}) => {
  test.setTimeout(240_000)
  for (const { token, reply } of filled) provider.set(token, { ...reply, status: 5 })
  const found: string[] = []
  const longest: number[] = []
  const tables: number[] = []
  async function measureTable() {
    tables.push(Math.round(await plainTableTime(page, plainCells)))
  }
  /** Notes how long it took, and the longest task of it. */
  async function step(name: string, act: () => Promise<unknown>) {
    await longestTask(page)
    const began = Date.now()
    await act()
    const ms = Date.now() - began
    longest.push(await longestTask(page))
    found.push(`${name} ${ms} (${Math.round(longest.at(-1) ?? 0)})`)
  }

  await watchTasks(page)
  await openBoard(page)
  await measureTable()
  await press(page, 'Réglages')
  const restore = page.getByRole('button', { name: /^Restaurer 10\s000 locations/ })
  await step('preview', async () => {
    await page
      .getByLabel('Restaurer une sauvegarde…')
      .setInputFiles({ name: 'sauvegarde.json', mimeType: 'application/json', buffer })
    await patient(restore).toBeVisible()
  })
  await step('restore', async () => {
    await restore.click()
    await patient(page.getByText('Sauvegarde restaurée')).toBeVisible()
  })
  await page.goto('about:blank')
  await openBoard(page)
  await step('open', () => patient(rows(page).first()).toBeVisible())
  await patient(page.getByText(/^10\s000 locations/).first()).toBeVisible()

  await measureTable()
  const search = page.getByRole('searchbox')
  await step('search', () => search.focus())
  for (const query of ['v', 'va', 'vague 77777']) {
    await step(`«${query}»`, async () => {
      await search.fill(query)
      await patient(page).toHaveURL(/q=/)
    })
  }
  await patient(rows(page)).toHaveCount(1)
  await step('all again', async () => {
    await search.fill('')
    await patient.poll(() => rows(page).count()).toBeGreaterThan(5)
  })
  await step('tile', () =>
    page.getByRole('group', { name: 'Nombre de locations par statut' }).getByRole('button').last().click(),
  )
  await step('no tile', () =>
    page
      .getByRole('group', { name: 'Nombre de locations par statut' })
      .locator('[aria-pressed=true]')
      .click(),
  )

  await measureTable()
  const detail = page.getByRole('complementary', { name: 'Détail de la location' })
  await step('detail', async () => {
    await rows(page).first().getByRole('link').click()
    await detail.waitFor()
  })
  const field = detail.getByLabel('Ajouter une étiquette')
  await step('a letter of a tag', () => field.pressSequentially('v'))
  await step('the next', () => field.pressSequentially('ague 7'))
  expect(await detail.locator('datalist option').count()).toBe(50)
  await step('another tag', () => field.press('Enter'))

  await step('costs', async () => {
    await page.evaluate(() => {
      location.hash = '#/costs'
    })
    await page.getByRole('heading', { name: 'Par étiquette' }).waitFor()
  })
  process.stdout.write(
    `10,000 rentals, ms (longest task): ${found.join(', ')}\na plain table: ${tables.join(', ')}\n`,
  )
  expect(Math.max(...longest)).toBeLessThan(MAX_TABLES * Math.max(...tables))
})
