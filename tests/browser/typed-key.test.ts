import { expect } from '@playwright/test'
import { KEY, test } from './board.ts'
import { expectState, follow } from './page-parts.ts'
import { rental } from './rentals.ts'

test('a key typed in the demonstration opens the account and travels in a header only', async ({
  page,
  provider,
  openKeylessBoard,
}) => {
  provider.set('mienne', rental('mienne', 2))
  const asked: { url: string; key: string | undefined }[] = []
  page.on('request', request => asked.push({ url: request.url(), key: request.headers()['x-api-key'] }))

  await openKeylessBoard(page)
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connecter votre compte SMS Partner' })
  await dialog.getByLabel('Clé API').fill(KEY)
  await dialog.getByRole('button', { name: 'Connecter' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ces locations sont simulées')).toBeHidden()

  await follow(page, ['mienne'])
  await expectState(page, 'mienne', 'ready')
  expect(provider.calls.every(call => call.keyOk)).toBe(true)
  const checks = asked.filter(({ url }) => url.includes('/api/'))
  expect(checks).toContainEqual({
    url: expect.stringMatching(/\/api\/location\/status\?token=mienne$/),
    key: KEY,
  })
  expect(asked.filter(({ url }) => decodeURIComponent(url).includes(KEY))).toEqual([])

  await page.reload()
  await expectState(page, 'mienne', 'ready')
})

test('a wrong key is said once, and the right one ends it', async ({ page, provider, openKeylessBoard }) => {
  for (const token of ['un', 'deux', 'trois']) provider.set(token, rental(token, 5))
  await openKeylessBoard(page)
  const connect = async (key: string) => {
    await page.getByLabel('Clé API').fill(key)
    await page.getByRole('button', { name: 'Connecter', exact: true }).click()
  }
  await page.getByRole('button', { name: 'Connecter mon compte' }).click()
  await connect('wrong')
  await follow(page, ['un', 'deux', 'trois'])
  const alert = page.getByRole('alert').filter({ hasText: 'La clé API est refusée par SMS Partner' })
  await expect(alert).toBeVisible()
  await alert.getByRole('button', { name: 'Indiquer une clé' }).click()
  await connect(KEY)
  await expectState(page, 'trois', 'downloaded')
  await expect(alert).toBeHidden()
})
