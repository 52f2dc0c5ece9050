import { expect, type Page } from '@playwright/test'
import { status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import {
  apiError,
  bytesOf,
  confirm,
  dialog,
  file,
  fileCalls,
  heldFile,
  offer,
  ready,
  statusCalls,
  TEN,
  TOKEN,
} from './file-parts.ts'
import { expectState, fact, openDetail, paste, pressInMenu, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

const SIX = tokens(6, 'campagne-2026')

/** The trusted presses in the page since it was loaded. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(window, { presses: 0 })
    const count = ({ isTrusted }: Event) => {
      if (isTrusted) Object.assign(window, { presses: Number(Reflect.get(window, 'presses')) + 1 })
    }
    window.addEventListener('click', count, { capture: true })
  })
  return () => page.evaluate(() => Number(Reflect.get(window, 'presses')))
}

/** The names and texts of the files that the page saves from now on. */
function saves(page: Page): () => Promise<readonly (readonly [string, string])[]> {
  const downloads: Promise<readonly [string, string]>[] = []
  page.on('download', download => {
    downloads.push(bytesOf(download).then(bytes => [download.suggestedFilename(), bytes.toString()] as const))
  })
  return () => Promise.all(downloads)
}

function queue(page: Page) {
  return page.getByRole('dialog', { name: 'Télécharger les fichiers' })
}

/** Presses «Télécharger les 6 prêtes» and confirms. */
async function fetchAll(page: Page, count = SIX.length) {
  await page.getByRole('button', { name: `Télécharger les ${count} prêtes` }).click()
  await queue(page)
    .getByRole('button', { name: `Télécharger les ${count} fichiers` })
    .click()
}

test.describe('the files of a morning', () => {
  test.beforeEach(({ provider }) => {
    for (const token of SIX) provider.set(token, ready(token))
  })

  test('six are fetched in three presses, one after the other, each saved as it comes', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    await openFilesBoard(page, { tokens: SIX })
    for (const token of SIX) await expectState(page, token, 'ready')
    const presses = await countPresses(page)
    await page.reload()
    await page.getByRole('button', { name: 'Télécharger les 6 prêtes' }).waitFor()
    const saved = saves(page)
    await fetchAll(page)
    await expect(queue(page)).toContainText('6 fichiers enregistrés')
    await expect(queue(page).getByText('Le compte y est.')).toHaveCount(6)
    await queue(page).getByRole('button', { name: 'Fermer' }).click()
    await expect(queue(page)).toHaveCount(0)
    expect(await presses()).toBe(3)
    await expect.poll(async () => (await saved()).length).toBe(6)

    const files = await saved()
    expect(files.map(([name]) => name.replace(/ \d{4}-\d\d-\d\d\.csv$/, '')).toSorted()).toEqual(SIX)
    for (const [, text] of files) expect(text).toBe(TEN)
    const calls = fileCalls(provider)
    expect(calls).toHaveLength(6)
    for (const token of SIX) await expectState(page, token, 'downloaded')
    await expect(page.getByRole('button', { name: /^Télécharger les/ })).toHaveCount(0)
  })

  test('one is fetched from the board in two presses', async ({ page, openFilesBoard }) => {
    await openFilesBoard(page, { tokens: SIX })
    for (const token of SIX) await expectState(page, token, 'ready')
    const presses = await countPresses(page)
    await page.reload()
    await row(page, SIX[0] ?? '')
      .getByRole('button', { name: 'Télécharger' })
      .click()
    const coming = page.waitForEvent('download')
    await confirm(page)
    expect((await bytesOf(await coming)).toString()).toBe(TEN)
    expect(await presses()).toBe(2)
  })

  test('a stop lets the file under way come whole, and asks for no other', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    const held = heldFile(TEN)
    await openFilesBoard(page, { tokens: SIX })
    for (const token of SIX) await expectState(page, token, 'ready')
    const saved = saves(page)
    const [first = ''] = await rows(page).evaluateAll(all =>
      all.map(row => row.getAttribute('data-token') ?? ''),
    )
    provider.setFile(first, held.behaviour)
    await fetchAll(page)
    await held.hasBegun
    await expect(queue(page).getByRole('status')).toHaveText('Fichier 1 sur 6')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await queue(page).getByRole('button', { name: 'Arrêter après ce fichier' }).click()
    held.release()
    await expect(queue(page)).toContainText('1 fichier enregistré')
    await expect(queue(page)).toContainText('5 pas encore demandés')
    expect(fileCalls(provider)).toHaveLength(1)

    await queue(page).getByRole('button', { name: 'Continuer avec les 5 autres' }).click()
    await expect(queue(page)).toContainText('6 fichiers enregistrés')
    expect(fileCalls(provider)).toHaveLength(6)
    await expect.poll(async () => (await saved()).length).toBe(6)
  })

  test('what arrived can be saved again until the dialog is closed, and no slip closes it', async ({
    page,
    openFilesBoard,
  }) => {
    await openFilesBoard(page, { tokens: SIX })
    for (const token of SIX) await expectState(page, token, 'ready')
    await fetchAll(page)
    await expect(queue(page)).toContainText('6 fichiers enregistrés')
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 5)
    const coming = page.waitForEvent('download')
    await queue(page)
      .getByRole('button', { name: `${SIX[3]}` })
      .click()
    expect((await bytesOf(await coming)).toString()).toBe(TEN)
  })

  test('each says what became of it, and what is wrong with one does not touch the others', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    await openFilesBoard(page, { tokens: SIX })
    for (const token of SIX) await expectState(page, token, 'ready')
    const [second = '', fourth = ''] = [SIX[1], SIX[3]]
    provider.setFile(second, apiError(34, 'déjà'), { keeps: true })
    provider.setFile(fourth, file('text/csv', TEN.slice(12)))
    await fetchAll(page)
    await expect(queue(page)).toContainText('5 fichiers enregistrés')
    await expect(queue(page)).toContainText('1 échec')
    const line = (token: string) => queue(page).getByRole('listitem').filter({ hasText: token })
    await expect(line(second)).toContainText('a déjà été téléchargé (code 34)')
    await expect(line(fourth)).toContainText('9 numéros')
    await expect(line(fourth)).toContainText('Ces nombres diffèrent')
    expect(fileCalls(provider)).toHaveLength(6)
  })

  test.describe('with a server that fails', () => {
    test.use({ expectedConsole: [/Failed to load resource/] })

    test('the queue ends there, and spares the others', async ({ page, provider, openFilesBoard }) => {
      await openFilesBoard(page, { tokens: SIX })
      for (const token of SIX) await expectState(page, token, 'ready')
      for (const token of SIX) {
        provider.setFile(token, status(502, { 'content-type': 'text/plain' }, 'non'), { keeps: true })
      }
      const checks = statusCalls(provider).length
      await fetchAll(page)
      await expect(queue(page)).toContainText('1 échec')
      await expect(queue(page)).toContainText('5 pas encore demandés')
      await expect(queue(page)).toContainText('compte peut-être le fichier comme téléchargé')
      expect(fileCalls(provider)).toHaveLength(1)
      await expect.poll(() => statusCalls(provider).length).toBeGreaterThan(checks)
      await queue(page).getByRole('button', { name: 'Fermer' }).last().click()

      // The one that failed is left to the user, who is warned.
      await page.getByRole('button', { name: 'Télécharger les 6 prêtes' }).click()
      await expect(queue(page)).toContainText('laissé de côté')
      await expect(queue(page).getByRole('button', { name: 'Télécharger les 5 fichiers' })).toBeVisible()
    })
  })

  test('one is fetched on the way to the next', async ({ page, openFilesBoard }) => {
    await openFilesBoard(page, { tokens: SIX })
    for (const token of SIX) await expectState(page, token, 'ready')
    const shown = await rows(page).evaluateAll(all => all.map(row => row.getAttribute('data-token') ?? ''))
    const [first = '', second = ''] = shown
    const detail = await openDetail(page, first)
    await expect(detail).toContainText('1 sur 6')
    await detail.getByRole('button', { name: /et passer à la suivante$/ }).click()
    const coming = page.waitForEvent('download')
    await confirm(page)
    await coming
    await dialog(page).getByRole('button', { name: 'Passer à la suivante' }).click()
    await expect(detail).toContainText(second)
    await expect(dialog(page)).toHaveCount(0)
    await expect(offer(page)).toBeInViewport()
  })
})

test('the buttons beside the name lead through the list', async ({ page, provider, openBoard }) => {
  for (const token of SIX) provider.set(token, rental(token, 5))
  await openBoard(page, { tokens: SIX })
  for (const token of SIX) await expectState(page, token, 'downloaded')
  const shown = await rows(page).evaluateAll(all => all.map(row => row.getAttribute('data-token') ?? ''))
  const detail = await openDetail(page, shown[0] ?? '')
  const next = detail.getByRole('button', { name: 'Location suivante' })
  await expect(detail.getByRole('button', { name: 'Location précédente' })).toBeDisabled()
  await next.focus()
  await page.keyboard.press('Enter')
  await expect(detail).toContainText('2 sur 6')
  await expect(detail).toContainText(shown[1] ?? '-')
  await expect(next).toBeFocused()
  await detail.getByRole('button', { name: 'Location précédente' }).click()
  await expect(detail).toContainText('1 sur 6')
})

test('a mistyped token is corrected in place, and can be undone', async ({ page, provider, openBoard }) => {
  provider.set(TOKEN, ready())
  await openBoard(page)
  await paste(page, `${TOKEN.slice(0, 12)};Ouverture Compiègne`)
  await page.getByRole('button', { name: /^Suivre (1|la) location$/ }).click()
  await expectState(page, TOKEN.slice(0, 12), 'not-found')
  const detail = await openDetail(page, TOKEN.slice(0, 12))
  await expect(detail.getByRole('heading', { name: /^Que faire/ })).toBeVisible()
  await expect(detail).toContainText('Location introuvable')
  await expect(detail).toContainText(/12 caractères, un identifiant en a 40/)
  await expect(fact(page, 'Dernière réponse')).toHaveText(/à l’instant|il y a/)

  await detail.getByRole('button', { name: 'Corriger l’identifiant' }).click()
  const field = detail.getByRole('textbox', { name: 'Identifiant' })
  await field.fill('a b')
  await page.keyboard.press('Enter')
  await expect(detail.getByRole('alert')).toContainText('sans espace')
  await field.fill(TOKEN)
  await page.keyboard.press('Enter')
  await expectState(page, TOKEN, 'ready')
  await expect(detail.getByRole('heading', { name: 'Ouverture Compiègne' })).toBeVisible()
  await expect(detail).toContainText(TOKEN)
  await expect(rows(page)).toHaveCount(1)

  await page.getByRole('button', { name: 'Annuler' }).click()
  await expectState(page, TOKEN.slice(0, 12), 'not-found')
  await expect(rows(page)).toHaveCount(1)
  await expect(detail.getByRole('heading', { name: 'Ouverture Compiègne' })).toBeVisible()
})

test('a rental that failed says why it may be, and gives a message for the provider', async ({
  page,
  context,
  provider,
  openBoard,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { location, ...reply } = rental(TOKEN, 3)
  const places = [{ Type: 'cp', Location: '60200', VolumeDesired: '2000', Volume: '1204' }]
  provider.set(TOKEN, { ...reply, location: { ...location, details_localisation: places } })
  await openBoard(page, { tokens: [TOKEN] })
  await expectState(page, TOKEN, 'failed')
  const detail = await openDetail(page, TOKEN)
  await expect(detail).toContainText('La demande de location a échoué')
  await expect(detail).toContainText('il en manque 796')
  await expect(detail.getByRole('button', { name: 'Vérifier maintenant' })).toHaveCount(1)
  await detail.getByRole('button', { name: 'Copier un message au support' }).click()
  await expect(page.getByText('Message copié')).toBeVisible()
  const message = await page.evaluate(() => navigator.clipboard.readText())
  expect(message).toContain(TOKEN)
  expect(message).toContain('La demande de location a échoué')
  expect(message).toContain('femmes de 31 à 49 ans')
  await pressInMenu(page, 'Ne plus suivre')
  await expect(rows(page)).toHaveCount(0)
})
