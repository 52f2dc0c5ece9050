import { expect, type Page } from '@playwright/test'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { CHECK_VERSION } from '../../src/storage.ts'
import { test } from './board.ts'
import { expectState, follow, liveLine, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

const refused = 'Le navigateur refuse d’enregistrer'

/** A rental of 6,000 places, which an older version of the board kept as 371 kB. */
function national(token: string): StatusReply {
  const reply = rental(token, 2)
  const details_localisation = Array.from({ length: 6_000 }, (_, index) => {
    return { Type: 'cp', Location: String(10_000 + index), VolumeDesired: '10', Volume: '266' }
  })
  return { ...reply, location: { ...reply.location, details_localisation } }
}

/** Stores what a board that follows the rentals would have stored, and what `seen` gives as kept of each. */
async function store(page: Page, followed: readonly string[], seen: Readonly<Record<string, unknown>>) {
  await page.evaluate(
    ({ followed, seen }) => {
      for (const [place, token] of followed.entries()) {
        const entry = { v: 1, token, tags: [], addedAt: 1_700_000_000_000, place }
        localStorage.setItem(`rental-board:v1:token:${token}`, JSON.stringify(entry))
      }
      for (const [token, kept] of Object.entries(seen)) {
        localStorage.setItem(
          `rental-board:v1:seen:${token}`,
          typeof kept === 'string' ? kept : JSON.stringify(kept),
        )
      }
    },
    { followed, seen },
  )
}

/** What a board keeps of a ready rental. */
function kept(change: { rental?: object; [field: string]: unknown } = {}) {
  const { rental: changed, ...rest } = change
  const places = [{ type: 'cp', location: '60200', wanted: 10, available: 266 }]
  const cost = { quantity: 10, unitPrice: '0.090', total: '0.900' }
  const targeting = { zipcodes: ['60200'], departments: [] }
  const rental = { status: 'generating', targeting, places, cost, flags: [], ...changed }
  const history = [{ status: 'generating', from: 1_700_000_000_000, until: 1_700_000_060_000 }]
  return { v: CHECK_VERSION, at: 1_700_000_060_000, rental, history, ...rest }
}

test('what is added to a storage full of kept replies is there after a reload', async ({
  page,
  provider,
  openBoard,
}) => {
  test.slow()
  const [old, large] = [tokens(80, 'ancienne'), tokens(14, 'ancienne')]
  const added = tokens(30, 'nouvelle')
  for (const token of [...old, ...added]) provider.set(token, rental(token, 5))
  for (const token of large) provider.set(token, national(token))
  await openBoard(page)
  const places = Array.from({ length: 6_000 }, (_, index) => {
    return { type: 'cp', location: String(10_000 + index), wanted: 10, available: 266 }
  })
  const seen = Object.fromEntries(large.slice(0, -1).map(token => [token, kept({ rental: { places } })]))
  await store(page, old, seen)
  await page.evaluate(() => {
    // What another version keeps of other rentals, down to the last character.
    for (let size = 2 ** 20, n = 0; size >= 1; n += 1) {
      try {
        localStorage.setItem(`rental-board:v1:seen:fill-${n}`, 'x'.repeat(size))
      } catch {
        size /= 2
      }
    }
  })

  await page.reload()
  await expect(page.getByText('80 locations', { exact: true })).toBeVisible()
  await follow(page, added)
  await expect(page.getByText('110 locations', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText('110 locations', { exact: true })).toBeVisible()
  await expect(page.getByText(refused)).toHaveCount(0)

  await expect(liveLine(page)).toContainText('En direct')
  await expect
    .poll(() => new Set(provider.calls.map(({ token }) => token)).size, { timeout: 60_000 })
    .toBeGreaterThan(70)
  const characters = await page.evaluate(() => {
    const keys = Object.keys(localStorage).filter(key => key.startsWith('rental-board:v1:seen:'))
    return keys.reduce((sum, key) => sum + key.length + (localStorage.getItem(key)?.length ?? 0), 0)
  })
  expect(characters).toBeLessThan(2_500_000)
  await page.reload()
  await expect(page.getByText('110 locations', { exact: true })).toBeVisible()
})

/** Ways in which a browser refuses; each is an init script, and `later` begins to refuse when it is told. */
const refusals: readonly { name: string; script: () => void }[] = [
  {
    name: 'refuses storage and channels at sight (Firefox without cookies)',
    script: () => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get: refuse })
      }
      Object.defineProperty(window, 'BroadcastChannel', { value: refuse })
      for (const name of ['locks', 'serviceWorker']) {
        Object.defineProperty(Navigator.prototype, name, { get: refuse })
      }
      Object.defineProperty(Notification, 'permission', { get: refuse })
      Object.defineProperty(window, 'matchMedia', { value: refuse })
      Object.defineProperty(crypto, 'randomUUID', { value: refuse })
    },
  },
  {
    name: 'fails at every use of its storage and locks (a damaged profile)',
    script: () => {
      const refuse = () => {
        throw new DOMException('', 'NS_ERROR_FILE_CORRUPTED')
      }
      for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) {
        Object.defineProperty(Storage.prototype, name, { value: refuse })
      }
      Object.defineProperty(Storage.prototype, 'length', { get: refuse })
      Object.defineProperty(LockManager.prototype, 'request', { value: refuse })
      Object.defineProperty(BroadcastChannel.prototype, 'postMessage', { value: refuse })
    },
  },
  {
    name: 'has no storage, channels or locks at all',
    script: () => {
      for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel']) {
        Object.defineProperty(window, name, { value: null })
      }
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })
    },
  },
]

for (const { name, script } of refusals) {
  test(`a browser that ${name} shows a live board, and says that it saves nothing`, async ({
    page,
    provider,
    openBoard,
  }) => {
    await page.addInitScript(script)
    provider.set('une', rental('une', 1))
    await openBoard(page, { tokens: ['une'] })
    await expectState(page, 'une', 'generating')
    await expect(page.getByText(refused)).toBeVisible()
    provider.set('une', rental('une', 2))
    await expectState(page, 'une', 'ready')
    await expect(liveLine(page)).toContainText(/En direct|À jour|Rien/)
    await follow(page, ['deux', 'trois'])
    await expect(rows(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Réglages' }).click()
    await page.getByText('Sombre').click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test(`a browser that ${name} shows the demonstration`, async ({ page, openKeylessBoard }) => {
    await page.addInitScript(script)
    await openKeylessBoard(page)
    await expect(rows(page).first()).toBeVisible()
    await expect(page.getByText('Aucune clé sur le serveur').first()).toBeVisible()
  })
}

test('a storage that begins to fail later costs nothing of what is shown, and is made up for', async ({
  page,
  provider,
  openBoard,
}) => {
  provider.set('une', rental('une', 1))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'generating')
  await page.evaluate(() => {
    const { getItem, setItem, removeItem } = Storage.prototype
    const refuse = () => {
      throw new DOMException('', 'NS_ERROR_FILE_CORRUPTED')
    }
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse })
    window.addEventListener('mend', () => Object.assign(Storage.prototype, { getItem, setItem, removeItem }))
  })
  await follow(page, ['deux'])
  await expect(page.getByText(refused)).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  provider.set('une', rental('une', 2))
  await expectState(page, 'une', 'ready')

  await page.evaluate(() => window.dispatchEvent(new Event('mend')))
  await follow(page, ['trois'])
  await expect(page.getByText(refused)).toHaveCount(0)
  await page.reload()
  await expect(rows(page)).toHaveCount(3)
})

test('what is kept with impossible values is set aside and fetched anew', async ({
  page,
  provider,
  openBoard,
}) => {
  const past = { status: 'generating', from: 1, until: 2 }
  const bad = {
    total: kept({ rental: { cost: { total: 'xyz' } } }),
    price: kept({ rental: { cost: { quantity: 10, unitPrice: '-1e5', total: 'NaN' } } }),
    count: kept({ rental: { phoneNumbers: 1e308 } }),
    wanted: kept({ rental: { places: [{ location: '60200', wanted: -1e308, available: 0.5 }] } }),
    before: kept({ history: [{ ...past, from: -1e308 }] }),
    after: kept({ history: [{ ...past, until: 1e308 }] }),
    backwards: kept({ history: [{ ...past, from: 3 }] }),
    infinite: JSON.stringify(kept()).replace('"at":1700000060000', '"at":1e999'),
    nothing: kept({ at: null }),
    late: kept({ at: 8.64e15 + 1 }),
  }
  const followed = [...Object.keys(bad), 'saine']
  for (const token of followed) provider.set(token, rental(token, 2))
  await openBoard(page)
  await store(page, followed, { ...bad, saine: kept() })
  await page.evaluate(() => {
    const entry = (token: string, change: object) => {
      const value = { v: 1, token, tags: [], addedAt: 1, place: 0, ...change }
      localStorage.setItem(`rental-board:v1:token:${token}`, JSON.stringify(value))
    }
    entry('jamais', { addedAt: -1e308 })
    entry('toujours', { addedAt: 8.64e15 + 1 })
    localStorage.setItem('rental-board:v1:preferences', '{"rate":1e308,"pace":-1,"interests":{"12":7}}')
    localStorage.setItem('rental-board:v1:download:saine', '{"v":1,"at":1e308,"state":"unsure"}')
  })
  await page.reload()
  for (const token of followed) await expectState(page, token, 'ready')
  await expect(row(page, 'jamais')).toHaveCount(0)
  await expect(page.getByText('2 locations enregistrées étaient illisibles')).toBeVisible()
  await row(page, 'before').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible()
})

test('a backup from the end of time is restored without it', async ({ page, openBoard }) => {
  await openBoard(page)
  const backup = {
    ...{ format: 'rental-board', version: 1, savedAt: 1e308 },
    rentals: [{ token: 'une', tags: [], addedAt: -1e308, place: 1e308 }],
  }
  await page.getByRole('button', { name: 'Réglages' }).click()
  const buffer = Buffer.from(JSON.stringify(backup))
  await page
    .getByLabel('Restaurer une sauvegarde…')
    .setInputFiles({ name: 'sauvegarde.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Restaurer 1 location' }).click()
  await expect(row(page, 'une')).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/costs'
  })
  await page.reload()
  await expect(page.getByRole('region', { name: 'Coûts', exact: true })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

/** Makes the page fail while any reply is kept: as it is put together, or as it is drawn. */
const crashes: readonly { name: string; script: () => void }[] = [
  {
    name: 'put together',
    script: () => {
      if (!Object.keys(localStorage).some(key => key.startsWith('rental-board:v1:seen:'))) return
      Object.defineProperty(window, 'BigInt', {
        value: () => {
          throw new SyntaxError('forced')
        },
      })
    },
  },
  {
    name: 'drawn',
    script: () => {
      if (!Object.keys(localStorage).some(key => key.startsWith('rental-board:v1:seen:'))) return
      Object.defineProperty(Document.prototype, 'title', {
        set() {
          throw new SyntaxError('forced')
        },
      })
    },
  },
]

test.describe('a page that fails', () => {
  test.use({ expectedConsole: [/forced/], permissions: ['clipboard-read', 'clipboard-write'] })

  for (const { name, script } of crashes) {
    test(`as it is ${name} offers a copy of everything, and a start without kept replies`, async ({
      page,
      provider,
      openBoard,
    }) => {
      const failures: string[] = []
      page.on('pageerror', error => failures.push(error.message))
      provider.set('une', rental('une', 2))
      await openBoard(page)
      await store(page, ['une'], { une: kept() })
      await page.evaluate(() => localStorage.setItem('rental-board:key', 's3cret-key'))
      await page.addInitScript(script)
      await page.reload()

      const alert = page.getByRole('alert').filter({ hasText: 'Le tableau a rencontré une erreur' })
      await expect(alert).toBeVisible()
      await alert.getByRole('button', { name: 'Recharger' }).click()
      await expect(alert).toBeVisible()

      await alert.getByRole('button', { name: 'Copier tout' }).click()
      await expect(alert).toContainText('Copié')
      const copy = await page.evaluate(() => navigator.clipboard.readText())
      expect(JSON.parse(copy)).toMatchObject({
        format: 'rental-board',
        rentals: [{ token: 'une' }],
        stored: { 'rental-board:v1:seen:une': expect.stringContaining('generating') },
      })
      expect(copy).not.toContain('s3cret-key')

      await alert.getByRole('button', { name: 'Recommencer sans les réponses gardées' }).click()
      await expectState(page, 'une', 'ready')
    })
  }

  test('shows the copy where the browser has no clipboard', async ({ page, openBoard }) => {
    await openBoard(page)
    await store(page, ['une'], { une: kept() })
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }),
    )
    for (const { script } of crashes) await page.addInitScript(script)
    await page.reload()
    await page.getByRole('button', { name: 'Copier tout' }).click()
    await expect(page.getByRole('textbox', { name: 'Copier tout' })).toHaveValue(/"token": "une"/)
  })
})
