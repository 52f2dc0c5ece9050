import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { loginPage, redirectToLogin, reset, resetMidBody, status } from '../fake-provider/behaviours.ts'
import { test } from './board.ts'
import {
  apiError,
  askForFile,
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
import { expectState, follow, openDetail, paste } from './page-parts.ts'
import { rental } from './rentals.ts'

const TODAY = /\d{4}-\d\d-\d\d/.source

/** Follows the rental under a name, and waits until it is ready. */
async function followNamed(page: Page, name = 'Ouverture Compiègne') {
  await paste(page, `${TOKEN};${name}`)
  await page.getByRole('button', { name: /^Suivre (1|la) location$/ }).click()
  await expectState(page, TOKEN, 'ready')
}

/** Asks for the file and waits for what the browser is given to save. */
async function fetched(page: Page) {
  const coming = page.waitForEvent('download')
  await confirm(page)
  return await coming
}

test.describe('switched off', () => {
  test.use({ expectedConsole: [/Failed to load resource/] })

  test('the endpoint is not there, and the board has no button', async ({
    page,
    provider,
    boardUrl,
    openBoard,
  }) => {
    provider.set(TOKEN, ready())
    const config = page.waitForResponse(/config\.json/)
    await openBoard(page, { tokens: [TOKEN] })
    await expectState(page, TOKEN, 'ready')
    const detail = await openDetail(page, TOKEN)
    expect(await (await config).json()).toMatchObject({ fileDownload: false })
    await expect(detail).toContainText('À récupérer dans votre espace SMS Partner')
    await expect(detail.getByRole('link', { name: 'Ouvrir smspartner.fr' })).toHaveAttribute(
      'href',
      'https://www.smspartner.fr/',
    )
    await expect(detail.getByRole('button', { name: 'Copier l’identifiant' })).toBeVisible()
    await expect(offer(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Réglages' }).click()
    await expect(page.getByRole('dialog', { name: 'Réglages' })).toContainText('ALLOW_FILE_DOWNLOAD=1')
    await page.keyboard.press('Escape')

    const reply = await page.evaluate(async url => {
      const { status, headers } = await fetch(`${url}api/location/file/download?token=abc`)
      return { status, cache: headers.get('cache-control'), type: headers.get('content-type') }
    }, boardUrl)
    expect(reply).toEqual({ status: 404, cache: 'no-store', type: 'application/json; charset=utf-8' })
    expect(fileCalls(provider)).toEqual([])
  })
})

test.describe('switched on', () => {
  test.beforeEach(({ provider }) => {
    provider.set(TOKEN, ready())
  })

  test('only what is ready is offered', async ({ page, provider, openFilesBoard }) => {
    provider.set('finie', rental('finie', 5))
    provider.set('en-cours', rental('en-cours', 1))
    await openFilesBoard(page, { tokens: [TOKEN] })
    await follow(page, ['finie', 'en-cours'])
    for (const [token, state] of [
      ['finie', 'downloaded'],
      ['en-cours', 'generating'],
    ] as const) {
      await expectState(page, token, state)
      const detail = await openDetail(page, token)
      await expect(detail.getByRole('button', { name: 'Vérifier maintenant' })).toBeVisible()
      await expect(offer(page)).toHaveCount(0)
    }
    await openDetail(page, TOKEN)
    await expect(offer(page)).toBeVisible()
  })

  test('asks once, and asks nobody before', async ({ page, provider, openFilesBoard }) => {
    await openFilesBoard(page)
    await followNamed(page)
    const asking = await askForFile(page)
    await expect(asking).toContainText('Ouverture Compiègne')
    await expect(asking).toContainText('10 numéros annoncés')
    await expect(asking).toContainText('passe au statut')
    await expect(asking).toContainText('données personnelles')
    await asking.getByRole('button', { name: 'Annuler' }).click()
    await expect(dialog(page)).toHaveCount(0)
    expect(fileCalls(provider)).toEqual([])
    await expect(offer(page)).toBeVisible()
  })

  test('CSV is saved byte for byte, named after the rental and the day, and counted', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    await openFilesBoard(page)
    await followNamed(page, 'Ouverture: Compiègne/Oise')
    const asking = await askForFile(page)
    const download = await fetched(page)
    expect(download.suggestedFilename()).toMatch(new RegExp(`^Ouverture Compiègne Oise ${TODAY}\\.csv$`))
    expect((await bytesOf(download)).toString()).toBe(TEN)

    await expect(asking).toContainText('Le fichier est arrivé entier')
    await expect(asking).toContainText(/Taille120\s?octets/)
    await expect(asking).toContainText('Le compte y est.')
    expect(fileCalls(provider)).toHaveLength(1)
    await asking.getByRole('button', { name: 'Fermer' }).last().click()
    await expectState(page, TOKEN, 'downloaded')
    await expect(offer(page)).toHaveCount(0)
    expect(fileCalls(provider)).toHaveLength(1)
  })

  test('a JSON list is offered as CSV and as it came', async ({ page, provider, openFilesBoard }) => {
    const numbers = TEN.trim().split('\r\n')
    const json = JSON.stringify({ success: true, numbers }, null, 1)
    provider.setFile(TOKEN, file('application/json', json))
    await openFilesBoard(page)
    await followNamed(page)
    const asking = await askForFile(page)
    await confirm(page)
    await expect(asking).toContainText('Choisissez')

    const table = page.waitForEvent('download')
    await asking.getByRole('button', { name: 'Enregistrer en CSV' }).click()
    expect((await table).suggestedFilename()).toMatch(/\.csv$/)
    expect((await bytesOf(await table)).toString()).toBe(TEN)

    const raw = page.waitForEvent('download')
    await asking.getByRole('button', { name: 'Enregistrer tel que reçu' }).click()
    expect((await raw).suggestedFilename()).toMatch(/\.json$/)
    expect((await bytesOf(await raw)).toString()).toBe(json)
    await expect(asking).toContainText('Le compte y est.')
  })

  test('a file that is not saved yet is not lost by a slip of the hand', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    provider.setFile(TOKEN, file('application/json', JSON.stringify(TEN.trim().split('\r\n'))))
    await openFilesBoard(page, { tokens: [TOKEN] })
    const asking = await askForFile(page)
    await confirm(page)
    await expect(asking).toContainText('Choisissez')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 5)
    await expect(asking).toContainText('Choisissez')
    await asking.getByRole('button', { name: 'Fermer sans enregistrer' }).click()
    await expect(dialog(page)).toHaveCount(0)
  })

  test('any other type is saved byte for byte, and no path in its name is trusted', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    const bytes = gzipSync(TEN)
    const disposition = 'attachment; filename="../../etc/passwd.zip"'
    provider.setFile(TOKEN, file('application/zip', bytes, { 'content-disposition': disposition }))
    await openFilesBoard(page)
    await followNamed(page)
    const asking = await askForFile(page)
    const download = await fetched(page)
    expect(download.suggestedFilename()).toMatch(new RegExp(`^Ouverture Compiègne ${TODAY}\\.zip$`))
    expect((await bytesOf(download)).equals(bytes)).toBe(true)
    await expect(asking).toContainText('ne se comptent pas')
  })

  test('500,000 numbers come whole, with the progress shown', async ({ page, provider, openFilesBoard }) => {
    const numbers = Array.from(
      { length: 500_000 },
      (_, nth) => `063998${String(nth % 10_000).padStart(4, '0')}\n`,
    )
    const body = numbers.join('')
    const held = heldFile(body, 1_100_000)
    provider.setFile(TOKEN, held.behaviour)
    await openFilesBoard(page, { tokens: [TOKEN] })
    const asking = await askForFile(page)
    await confirm(page)
    await held.hasBegun
    const progress = asking.getByRole('progressbar', { name: 'Avancement du téléchargement' })
    await expect(progress).toHaveAttribute('max', String(body.length))
    await expect(asking).toContainText(/1[,.]1\sMo sur 5[,.]5\sMo/)
    held.release()
    await expect(asking).toContainText(/Taille\s*5[,.]5\sMo/)
  })

  for (const { what, body } of [
    { what: 'fewer numbers than announced', body: TEN.slice(12) },
    { what: 'more numbers than announced', body: `${TEN}0639980010\r\n` },
    { what: 'no number at all', body: 'Service indisponible' },
  ]) {
    test(`${what} are flagged`, async ({ page, provider, openFilesBoard }) => {
      provider.setFile(TOKEN, file('text/csv', body))
      await openFilesBoard(page, { tokens: [TOKEN] })
      const asking = await askForFile(page)
      const download = await fetched(page)
      expect((await bytesOf(download)).toString()).toBe(body)
      await expect(asking.getByRole('alert')).toContainText('Ces nombres diffèrent')
    })
  }

  test('contacts paid for that differ are flagged, too', async ({ page, provider, openFilesBoard }) => {
    const { location, ...reply } = ready()
    provider.set(TOKEN, {
      ...reply,
      location: { ...location, cost: { quantity: 12, total: '1.080', cost_unity: '0.090' } },
    })
    await openFilesBoard(page, { tokens: [TOKEN] })
    const asking = await askForFile(page)
    await fetched(page)
    await expect(asking.getByRole('alert')).toContainText('Ces nombres diffèrent')
  })

  for (const { code, words } of [
    { code: 32, words: 'ne trouve pas cette location (code 32)' },
    { code: 33, words: 'ne trouve pas de fichier pour cette location (code 33)' },
    { code: 34, words: 'a déjà été téléchargé (code 34)' },
    { code: 35, words: 'en cours de téléchargement ailleurs (code 35)' },
    { code: 36, words: 'a échoué chez SMS Partner (code 36)' },
    { code: 10, words: 'Le compte SMS Partner refuse la demande' },
  ]) {
    test(`error ${code} is said plainly, nothing is saved, and the status is checked again`, async ({
      page,
      provider,
      openFilesBoard,
    }) => {
      provider.setFile(TOKEN, apiError(code, 'non'), { keeps: true })
      await openFilesBoard(page, { tokens: [TOKEN] })
      await expectNoFile(page, provider, words)
      // The file was not taken, so it may be asked for again without a warning.
      await dialog(page).getByRole('button', { name: 'Fermer' }).last().click()
      await offer(page).click()
      await expect(dialog(page).getByRole('button', { name: 'Télécharger', exact: true })).toBeVisible()
    })
  }

  const incomplete = /Le fichier est incomplet\s: rien n’a été enregistré/
  for (const { name, behaviour, words } of [
    {
      name: 'a web page',
      behaviour: status(200, { 'content-type': 'text/html' }, loginPage),
      words: 'une page web',
    },
    { name: 'a redirection', behaviour: redirectToLogin, words: 'HTTP 502' },
    { name: 'a reset connection', behaviour: reset, words: 'HTTP 502' },
    { name: 'an empty file', behaviour: file('text/csv', ''), words: 'un fichier vide' },
    {
      name: 'truncated JSON',
      behaviour: file('application/json', '{"numbers":["0639980000","06399'),
      words: incomplete,
    },
    { name: 'a connection that breaks half way', behaviour: resetMidBody, words: incomplete },
  ]) {
    test.describe(name, () => {
      test.use({ expectedConsole: [/Failed to load resource/] })

      test('saves nothing, says what to do, and warns before the next attempt', async ({
        page,
        provider,
        openFilesBoard,
      }) => {
        provider.setFile(TOKEN, behaviour, { keeps: true })
        await openFilesBoard(page, { tokens: [TOKEN] })
        await expectNoFile(page, provider, words)
        await expect(dialog(page)).toContainText('compte peut-être le fichier comme téléchargé')
        await expect(dialog(page)).toContainText(TOKEN)
        await dialog(page).getByRole('button', { name: 'Fermer' }).last().click()
        await offer(page).click()
        await expect(dialog(page).getByRole('alert')).toContainText('n’est pas arrivé entier')
        await expect(dialog(page).getByRole('button', { name: 'Télécharger quand même' })).toBeVisible()
      })
    })
  }

  test('a file that stalls is given up, and nothing of it is saved', async ({
    page,
    provider,
    openFilesBoard,
  }) => {
    await page.clock.install()
    const held = heldFile(TEN)
    provider.setFile(TOKEN, held.behaviour)
    await openFilesBoard(page, { tokens: [TOKEN] })
    const asking = await askForFile(page)
    await confirm(page)
    await held.hasBegun
    // Until its headers are in the page it is an answer that does not come, and no file that stalls.
    await expect(asking.getByRole('progressbar')).toHaveAttribute('max', String(TEN.length))
    // What the provider has sent may still be under way: from then on nothing more comes.
    await expect(async () => {
      await page.clock.fastForward(50_000)
      await expect(asking).toContainText(incomplete, { timeout: 1_000 })
    }).toPass()
    await expect(asking).toContainText('Plus rien n’arrivait depuis 45 secondes.')
    held.release()
  })

  test('can be stopped, which says what that means', async ({ page, provider, openFilesBoard }) => {
    const held = heldFile(TEN)
    provider.setFile(TOKEN, held.behaviour)
    await openFilesBoard(page, { tokens: [TOKEN] })
    const asking = await askForFile(page)
    await confirm(page)
    await held.hasBegun
    await page.keyboard.press('Escape')
    await expect(asking).toContainText('Arrêter ne rend pas le fichier')
    await asking.getByRole('button', { name: 'Arrêter le téléchargement' }).click()
    await expect(asking).toContainText(/Le téléchargement est arrêté\s: rien n’a été enregistré/)
    await expect(asking).toContainText('compte peut-être le fichier comme téléchargé')
    await expect.poll(() => fileCalls(provider)[0]?.closedAt).toBeDefined()
    await asking.getByRole('button', { name: 'Fermer' }).last().click()
    await expectState(page, TOKEN, 'downloaded')
    held.release()
  })

  test('nothing of the file is kept anywhere', async ({ page, provider, openFilesBoard }) => {
    await openFilesBoard(page, { tokens: [TOKEN] })
    await askForFile(page)
    await fetched(page)
    await expect(dialog(page)).toContainText('Le compte y est.')
    const kept = await page.evaluate(async () => {
      const caches = await globalThis.caches.keys()
      const databases = await indexedDB.databases()
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, caches, databases, history.state])
    })
    expect(kept).not.toContain('063998')
    expect(await page.content()).not.toContain('063998')
    expect(page.url()).not.toContain('063998')
    expect(fileCalls(provider)).toHaveLength(1)
  })
})

/** Fetches the file in vain: the words are said, nothing is saved, one request was made, the status is checked again. */
async function expectNoFile(page: Page, provider: Parameters<typeof fileCalls>[0], words: string | RegExp) {
  let saved = 0
  page.on('download', () => {
    saved += 1
  })
  const asking = await askForFile(page)
  const checks = statusCalls(provider).length
  await confirm(page)
  await expect(asking).toContainText(words)
  await expect.poll(() => statusCalls(provider).length).toBeGreaterThan(checks)
  expect(fileCalls(provider)).toHaveLength(1)
  expect(saved).toBe(0)
}
