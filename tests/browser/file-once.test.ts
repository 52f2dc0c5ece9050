import { expect } from '@playwright/test'
import { test } from './board.ts'
import {
  askForFile,
  confirm,
  dialog,
  fileCalls,
  heldFile,
  offer,
  ready,
  statusCalls,
  TEN,
  TOKEN,
} from './file-parts.ts'
import { expectState, openDetail } from './page-parts.ts'

test.beforeEach(({ provider }) => {
  provider.set(TOKEN, ready())
})

test('a double click makes one request', async ({ page, provider, openFilesBoard }) => {
  await openFilesBoard(page, { tokens: [TOKEN] })
  await openDetail(page, TOKEN)
  await offer(page).dblclick()
  const coming = page.waitForEvent('download')
  const start = dialog(page).getByRole('button', { name: 'Télécharger', exact: true })
  await start.evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await coming
  await expect(dialog(page)).toContainText('Le fichier est arrivé entier')
  expect(fileCalls(provider)).toHaveLength(1)
})

test('two tabs make one request, and the second says where the file is', async ({
  page: first,
  context,
  provider,
  openFilesBoard,
}) => {
  const held = heldFile(TEN)
  provider.setFile(TOKEN, held.behaviour, { keeps: true })
  await openFilesBoard(first, { tokens: [TOKEN] })
  const second = await context.newPage()
  await openFilesBoard(second)
  for (const tab of [first, second]) await askForFile(tab)
  await confirm(first)
  await held.hasBegun
  await confirm(second)
  await expect(dialog(second)).toContainText('Un autre onglet télécharge ce fichier')
  held.release()
  await expect(dialog(first)).toContainText('Le fichier est arrivé entier')
  await dialog(second).getByRole('button', { name: 'Fermer' }).last().click()

  // The provider may take a while to count it as downloaded: until then no tab offers it again.
  await expectState(second, TOKEN, 'ready')
  await expect(offer(second)).toHaveCount(0)
  expect(fileCalls(provider)).toHaveLength(1)
})

test('a tab that asks after another has finished is warned first', async ({
  page: first,
  context,
  provider,
  openFilesBoard,
}) => {
  provider.setFile(TOKEN, ({ answer, out }) => void out.writeHead(200, answer.headers).end(answer.body), {
    keeps: true,
  })
  await openFilesBoard(first, { tokens: [TOKEN] })
  const second = await context.newPage()
  await openFilesBoard(second)
  for (const tab of [first, second]) await askForFile(tab)
  await confirm(first)
  await expect(dialog(first)).toContainText('Le fichier est arrivé entier')
  await confirm(second)
  await expect(dialog(second).getByRole('alert')).toContainText('a été téléchargé dans ce navigateur')
  expect(fileCalls(provider)).toHaveLength(1)
})

test('a reload ends the download, says so, checks the status, and asks for nothing by itself', async ({
  page,
  provider,
  openFilesBoard,
}) => {
  const held = heldFile(TEN)
  provider.setFile(TOKEN, held.behaviour, { keeps: true })
  await openFilesBoard(page, { tokens: [TOKEN] })
  await askForFile(page)
  await confirm(page)
  await held.hasBegun
  const checks = statusCalls(provider).length

  await page.reload()
  const notice = page.getByRole('status').filter({ hasText: 'Téléchargement interrompu' })
  await expect(notice).toContainText('rien n’a été enregistré')
  await expect.poll(() => fileCalls(provider)[0]?.closedAt).toBeDefined()
  await expect.poll(() => statusCalls(provider).length).toBeGreaterThan(checks)
  await expectState(page, TOKEN, 'ready')
  expect(fileCalls(provider)).toHaveLength(1)

  // Asking again is up to the user, who is warned.
  await offer(page).click()
  await expect(dialog(page).getByRole('alert')).toContainText('a été interrompu')
  await dialog(page).getByRole('button', { name: 'Annuler' }).click()
  await notice.getByRole('button', { name: 'J’ai compris' }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expectState(page, TOKEN, 'ready')
  await expect(offer(page)).toBeVisible()
  await expect(notice).toHaveCount(0)
  expect(fileCalls(provider)).toHaveLength(1)

  held.release()
  provider.setFile(TOKEN, ({ answer, out }) => void out.writeHead(200, answer.headers).end(answer.body))
  await offer(page).click()
  await confirm(page)
  await expect(dialog(page)).toContainText('Le fichier est arrivé entier')
  expect(fileCalls(provider)).toHaveLength(2)
})

test('what is fetched again after a reload is no longer said to be interrupted', async ({
  page,
  provider,
  openFilesBoard,
}) => {
  const held = heldFile(TEN)
  provider.setFile(TOKEN, held.behaviour, { keeps: true })
  await openFilesBoard(page, { tokens: [TOKEN] })
  await askForFile(page)
  await confirm(page)
  await held.hasBegun
  await page.reload()
  const notice = page.getByRole('status').filter({ hasText: 'Téléchargement interrompu' })
  await expect(notice).toBeVisible()
  held.release()
  provider.setFile(TOKEN, ({ answer, out }) => void out.writeHead(200, answer.headers).end(answer.body))
  await offer(page).click()
  await confirm(page)
  await expect(dialog(page)).toContainText('Le fichier est arrivé entier')
  await dialog(page).getByRole('button', { name: 'Fermer' }).last().click()
  await expect(notice).toHaveCount(0)
})

test.describe('without the browser’s locks, as over plain http on a network', () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined })
    })
  })

  test('two tabs still make one request', async ({ page: first, context, provider, openFilesBoard }) => {
    const held = heldFile(TEN)
    provider.setFile(TOKEN, held.behaviour, { keeps: true })
    await openFilesBoard(first, { tokens: [TOKEN] })
    const second = await context.newPage()
    await openFilesBoard(second)
    for (const tab of [first, second]) await askForFile(tab)
    await confirm(first)
    await held.hasBegun
    await confirm(second)
    await expect(dialog(second).getByRole('alert')).toContainText('se poursuit dans un autre onglet')
    held.release()
    await expect(dialog(first)).toContainText('Le fichier est arrivé entier')
    expect(fileCalls(provider)).toHaveLength(1)
  })
})
