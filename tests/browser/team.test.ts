import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, expect, type Locator, type Page, type Request } from '@playwright/test'
import { parseTeamRental } from '../../src/rentals/team-rental.ts'
import { storageKey } from '../../src/rentals/tracked-rental.ts'
import { test as base, KEY } from './board.ts'
import { type BoardServer, startBehindNginx, startPreview } from './board-server.ts'
import { expectState, follow, openDetail, pressInMenu, row } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

/** Within which a change must be seen by everybody. */
const SEEN_MS = 10_000

/** How long a board is watched while nothing changes. */
const WATCHED_MS = 24_000

type Team = {
  folder: string
  /** Starts the server, again after it was stopped. */
  start: () => Promise<void>
  stop: () => Promise<void>
  /** The board of a person with a browser of their own. */
  open: (at?: string) => Promise<Page>
}

const test = base.extend<{ team: Team }>({
  team: async ({ browser, engine, providerPort, provider: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rental-team-'))
    // nginx's workers are another user.
    await chmod(folder, 0o777)
    const opened: Page[] = []
    let server: BoardServer | undefined
    let port: number | undefined

    async function start() {
      const options = { providerPort, key: KEY, teamFolder: folder, ...(port !== undefined && { port }) }
      server = await (engine === 'vite' ? startPreview(options) : startBehindNginx(options, 0))
      port = server.port
    }

    async function stop() {
      await server?.stop()
      server = undefined
    }

    await start()
    await use({
      folder,
      start,
      stop,
      async open(at = '') {
        const page = await openAlone(browser)
        opened.push(page)
        await page.goto(`http://127.0.0.1:${port}/${at}`)
        return page
      },
    })
    for (const page of opened) await page.context().close()
    await stop()
    await rm(folder, { recursive: true })
  },
})

async function openAlone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' })).newPage()
}

/** How long (ms) each change took until all saw it. */
const waits: number[] = []

async function seen(...facts: (() => Promise<void>)[]) {
  const since = Date.now()
  await Promise.all(
    facts.map(async fact => {
      await fact()
      waits.push(Date.now() - since)
    }),
  )
}

const within = { timeout: SEEN_MS }
const card = (wall: Page, token: string) => wall.locator(`li[data-token=${JSON.stringify(token)}]`)

async function rename(page: Page, token: string, name: string) {
  const detail = await openDetail(page, token)
  await detail.getByRole('button', { name: 'Renommer' }).first().click()
  await detail.getByLabel('Nom de la location').fill(name)
  await detail.getByRole('button', { name: 'Enregistrer' }).click()
  await page.keyboard.press('Escape')
}

const shows = (place: Locator, text: string) => () => expect(place).toContainText(text, within)
const isThere = (place: Locator) => () => expect(place).toBeVisible(within)
const isGone = (place: Locator) => () => expect(place).toHaveCount(0, within)

// Among the longest, and much of it is waiting: all workers share it.
test.describe.configure({ mode: 'parallel' })

test('what one does is seen by the others and on a wall within 10 s', async ({ team, provider }) => {
  test.setTimeout(120_000)
  for (const token of ['un', 'deux']) provider.set(token, rental(token, 2))
  const [anne, ben, wall] = [await team.open(), await team.open(), await team.open('?view=wall')]
  await follow(anne, ['un', 'deux'])
  await seen(isThere(row(ben, 'un')), isThere(row(ben, 'deux')), isThere(card(wall, 'un')))
  await expectState(ben, 'un', 'ready')

  await rename(ben, 'un', 'Ouverture Compiègne')
  await seen(shows(row(anne, 'un'), 'Ouverture Compiègne'), shows(card(wall, 'un'), 'Ouverture Compiègne'))

  await openDetail(anne, 'un')
  await anne.getByRole('combobox', { name: 'Ajouter une étiquette' }).fill('Soldes')
  await anne.keyboard.press('Enter')
  await seen(shows(row(ben, 'un'), 'Soldes'))

  await anne.getByRole('button', { name: 'Je m’en occupe' }).click()
  await anne.getByLabel('Votre nom, pour vos collègues').fill('Anne')
  await anne.keyboard.press('Enter')
  const detail = await openDetail(ben, 'un')
  await seen(shows(detail, 'Anne s’en occupe.'), shows(row(ben, 'un'), 'Anne s’en occupe.'))
  await expect(row(anne, 'un')).toContainText('Vous vous en occupez.')
  await ben.keyboard.press('Escape')

  await pressInMenu(anne, 'Ne plus suivre')
  await seen(isGone(row(ben, 'un')), isGone(card(wall, 'un')))
  await anne.getByRole('button', { name: 'Annuler' }).click()
  await seen(shows(row(ben, 'un'), 'Ouverture Compiègne'), isThere(card(wall, 'un')))
  await expect(row(ben, 'un')).toContainText('Soldes')

  waits.sort((a, b) => a - b)
  const [median, slowest] = [waits[waits.length >> 1], waits.at(-1)]
  process.stdout.write(`from a change to its being seen: median ${median} ms, slowest ${slowest} ms\n`)
})

test('two tabs of one browser follow alike, and neither takes a colleague’s change for its own', async ({
  team,
  provider,
}) => {
  test.setTimeout(120_000)
  provider.set('un', rental('un', 5))
  const [anne, ben] = [await team.open(), await team.open()]
  const other = await anne.context().newPage()
  await other.goto(anne.url())
  await follow(other, ['un'])
  await seen(isThere(row(anne, 'un')), isThere(row(ben, 'un')))
  await rename(ben, 'un', 'Oise')
  await seen(shows(row(anne, 'un'), 'Oise'), shows(row(other, 'un'), 'Oise'))
  const named = await signature(team, 'un', 'name')
  await rename(anne, 'un', 'Aisne')
  await seen(shows(row(ben, 'un'), 'Aisne'), shows(row(other, 'un'), 'Aisne'))
  expect(named, 'of the one who named it').not.toBe(await signature(team, 'un', 'tracked'))
  expect(await signature(team, 'un', 'name')).toBe(await signature(team, 'un', 'tracked'))
})

test('both offline with changes, then online: all is there', async ({ team, provider }) => {
  test.setTimeout(120_000)
  for (const token of ['un', 'deux', 'trois']) provider.set(token, rental(token, 5))
  const [anne, ben] = [await team.open(), await team.open()]
  await follow(anne, ['un'])
  await expect(row(ben, 'un')).toBeVisible(within)
  // What is not loaded yet cannot be opened offline.
  for (const page of [anne, ben]) {
    await openDetail(page, 'un')
    await page.keyboard.press('Escape')
  }
  for (const page of [anne, ben]) await page.context().setOffline(true)
  await follow(anne, ['deux'])
  await rename(anne, 'un', 'Oise')
  await follow(ben, ['trois'])
  await openDetail(ben, 'un')
  await ben.getByRole('combobox', { name: 'Ajouter une étiquette' }).fill('Soldes')
  await ben.keyboard.press('Enter')
  await expect(anne.getByText('La liste de l’équipe est injoignable')).toBeVisible({ timeout: 20_000 })
  await expect(anne.getByText(/2 changements attendent/)).toBeVisible()

  for (const page of [anne, ben]) await page.context().setOffline(false)
  for (const page of [anne, ben]) {
    for (const token of ['deux', 'trois']) await expect(row(page, token)).toBeVisible({ timeout: 20_000 })
    await expect(row(page, 'un')).toContainText('Oise', { timeout: 20_000 })
    await expect(row(page, 'un')).toContainText('Soldes', { timeout: 20_000 })
    await expect(page.getByText('La liste de l’équipe est injoignable')).toHaveCount(0)
  }
})

test('a server that dies between a write and its answer loses nothing, and has nothing twice', async ({
  team,
  provider,
}) => {
  test.setTimeout(120_000)
  provider.set('un', rental('un', 5))
  const anne = await team.open()
  await anne.route(
    '**/team/rentals/*.json',
    async route => {
      await route.fetch()
      await team.stop()
      await route.abort()
    },
    { times: 1 },
  )
  await follow(anne, ['un'])
  await expect(anne.getByText(/1 changement attend/)).toBeVisible({ timeout: 20_000 })
  expect(await readdir(team.folder)).toContain('un.json')
  await team.start()
  await expect(anne.getByText(/1 changement attend/)).toHaveCount(0, { timeout: 20_000 })
  const ben = await team.open()
  await expect(row(ben, 'un')).toBeVisible(within)
  await expect(row(anne, 'un')).toHaveCount(1)
  expect((await readdir(team.folder)).filter(name => name.endsWith('.json'))).toEqual(['un.json'])
})

test('a thousand rentals that two add at once are a thousand for both', async ({ team }) => {
  test.setTimeout(180_000)
  const all = tokens(1_000)
  const [anne, ben] = [await team.open(), await team.open()]
  await Promise.all([follow(anne, all.slice(0, 600)), follow(ben, all.slice(400))])
  for (const page of [anne, ben]) {
    await expect.poll(() => tracked(page), { timeout: 120_000 }).toBe(1_000)
  }
  await expect.poll(async () => (await files(team)).length, { timeout: 30_000 }).toBe(1_000)

  // What is settled is no longer asked for.
  const asked: Request[] = []
  ben.on('requestfinished', request => request.url().includes('/team/') && asked.push(request))
  await expect
    .poll(() => asked.slice(-3).map(path), { timeout: 60_000 })
    .toEqual(Array(3).fill('/team/rentals/'))
  const since = asked.length
  await wait(WATCHED_MS)
  const idle = asked.slice(since)
  expect(new Set(idle.map(path))).toEqual(new Set(['/team/rentals/']))
  const sizes = await Promise.all(idle.map(request => request.sizes()))
  const bytes = sizes.flatMap(size => Object.values(size)).reduce((sum, part) => sum + Math.max(0, part), 0)
  const starts = idle.map(request => request.timing().startTime)
  const gap = (Math.max(...starts) - Math.min(...starts)) / (idle.length - 1)
  const requests = (50 * 60_000) / gap
  const kilobytes = (requests * bytes) / idle.length / 1_000
  process.stdout.write(
    `fifty boards with 1,000 rentals, a minute: ${Math.round(requests)} requests, ${Math.round(kilobytes)} kB\n`,
  )
})

test('a browser that had rentals of its own is asked once, and is left with what it keeps', async ({
  team,
}) => {
  const anne = await team.open()
  const text = (token: string) => JSON.stringify({ v: 1, token, tags: [], addedAt: 1, place: 0 })
  for (const token of ['un', 'deux']) {
    await anne.evaluate(([key, text]) => localStorage.setItem(key, text), [
      storageKey(token),
      text(token),
    ] as const)
  }
  await anne.reload()
  await expect(anne.getByText('Ajouter vos 2 locations à la liste de l’équipe')).toBeVisible()
  await anne.getByRole('button', { name: 'Garder dans ce navigateur' }).click()
  await anne.reload()
  await expect(row(anne, 'deux')).toBeVisible()
  await expect(anne.getByText('à la liste de l’équipe')).toHaveCount(0)
  expect(await files(team)).toEqual([])
  await openDetail(anne, 'deux')
  await anne.getByRole('button', { name: 'Ajouter à la liste de l’équipe' }).click()
  await expect.poll(() => files(team)).toEqual(['deux.json'])
})

function path(request: Request): string {
  return new URL(request.url()).pathname
}

function tracked(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter(key => key.startsWith('rental-board:v1:token:')).length,
  )
}

/** Which browser set the field, as the file has it. */
async function signature({ folder }: Team, token: string, field: 'name' | 'tracked') {
  const rental: unknown = JSON.parse(await readFile(join(folder, `${token}.json`), 'utf8'))
  return parseTeamRental(token, rental)?.[field]?.by
}

async function files({ folder }: Team): Promise<readonly string[]> {
  return (await readdir(folder)).filter(name => name.endsWith('.json'))
}
