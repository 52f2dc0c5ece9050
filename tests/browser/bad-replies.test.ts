import { expect, type Page } from '@playwright/test'
import { badReplies } from '../fake-provider/bad-replies.ts'
import { status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import { follow, NEXT_CHECK_MS, rows } from './page-parts.ts'

test.use({ expectedConsole: [/^Failed to load resource/] })

const table = badReplies.map((reply, index) => ({ ...reply, token: `réponse-${index}` }))
/** An account error stops the whole board, so those come last. */
const stopping = table.filter(({ rowStatus }) => rowStatus === 'pending')
const others = table.filter(reply => !stopping.includes(reply))

test('every bad reply makes the row that its line in the table says', async ({
  page,
  provider,
  openBoard,
}) => {
  expect(table.length).toBeGreaterThanOrEqual(30)
  for (const { token, httpStatus, contentType, body } of table) {
    provider.set(token, status(httpStatus, contentType === '' ? {} : { 'content-type': contentType }, body))
  }
  const asked = () => new Set(provider.calls.map(({ token }) => token)).size

  // Played on, time would end a request that is still open: the checks may come sooner instead.
  await page.addInitScript(() => localStorage.setItem('rental-board:v1:preferences', '{"rate":10}'))
  await openBoard(page, { tokens: others.map(({ token }) => token) })
  await expect.poll(asked, { timeout: NEXT_CHECK_MS }).toBe(others.length)
  await page.getByRole('button', { name: 'Afficher toutes les lignes' }).click()
  await page.getByRole('button', { name: /autres locations terminées/ }).click()
  await expect.poll(() => states(page)).toEqual(expected(others))

  await follow(
    page,
    stopping.map(({ token }) => token),
  )
  await expect(page.getByRole('alert')).toHaveCount(1)
  await expect.poll(() => states(page)).toEqual(expected(table))
})

function expected(replies: typeof table) {
  return Object.fromEntries(replies.map(({ name, rowStatus, hasData }) => [name, `${rowStatus}, ${hasData}`]))
}

/** The state of every row, and whether it shows a rental's data, by the name of the reply. */
async function states(page: Page) {
  const shown = await rows(page).evaluateAll(all => {
    const cells = all.map(row => row.querySelectorAll('[role=cell]').length)
    // A row without data has one cell in place of targeting, places and cost.
    const whole = Math.max(...cells)
    return all.map((row, index) => ({
      token: row.getAttribute('data-token'),
      state: `${row.getAttribute('data-status')}, ${cells[index] === whole}`,
    }))
  })
  return Object.fromEntries(
    shown.map(({ token, state }) => [table.find(reply => reply.token === token)?.name, state]),
  )
}
