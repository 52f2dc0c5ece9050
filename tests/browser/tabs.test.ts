import { setTimeout as wait } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Call } from '../fake-provider/provider.ts'
import { test } from './board.ts'
import { expectState, follow, liveLine, openDetail, pressInMenu, row, rows } from './page-parts.ts'
import { recordChecks } from './recorder.ts'
import { rental, tokens } from './rentals.ts'
import { expectWithinBudget } from './traffic.ts'

const active = tokens(10)

test('two tabs share the work: the provider sees the traffic of one', async ({
  page: first,
  context,
  provider,
  openBoard,
}) => {
  for (const token of active) provider.set(token, rental(token, 1))
  const second = await context.newPage()
  await openBoard(first, { tokens: active })
  await openBoard(second)
  for (const tab of [first, second]) await expectState(tab, 'location-10', 'generating')

  await wait(20_000)
  // A rental's first interval may be half of one; the provider would see two tabs seconds apart at most.
  for (const token of active) expect(shortestGap(provider.calls, token)).toBeGreaterThan(4_500)
  // The first check, one that came early, and then one every 10 s.
  const seconds = (Date.now() - (provider.calls[0]?.at ?? 0)) / 1_000
  expect(provider.calls.length).toBeLessThanOrEqual(active.length * (2 + seconds / 10))

  for (const token of active) provider.set(token, rental(token, 2))
  for (const token of active) await expectState(second, token, 'ready')
  for (const token of active) await expectState(first, token, 'ready')
  await liveLine(first).click()
  await expect(first.getByRole('dialog')).toContainText(
    'Un autre onglet de ce navigateur fait les vérifications',
  )
})

test('over plain http, where browsers have no locks, they share it, too, and another takes over in 6 s', async ({
  page: first,
  context,
  provider,
  openBoard,
}) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  for (const token of active) provider.set(token, rental(token, 1))
  const [second, third] = [await context.newPage(), await context.newPage()]
  await openBoard(first, { tokens: active })
  for (const tab of [second, third]) await openBoard(tab)
  for (const tab of [first, second, third]) await expectState(tab, 'location-10', 'generating')
  provider.calls.length = 0
  await wait(20_000)
  expect(provider.calls.length).toBeGreaterThan(15)
  expect(provider.calls.length).toBeLessThanOrEqual(active.length * 3)
  await liveLine(first).click()
  const activity = first.getByRole('dialog', { name: 'Activité du suivi' })
  await expect(activity).toContainText('Un autre onglet de ce navigateur fait les vérifications')
  await third.close()
  await second.close()
  await expect(activity).toContainText('Les vérifications suivent leur cours', { timeout: 6_000 })
  await expect(activity).not.toContainText('chaque onglet ouvert fait toutes les siennes')
})

test('where nothing lets them share it, the activity says so', async ({ page, provider, openBoard }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  provider.set('une', rental('une', 1))
  await openBoard(page, { tokens: ['une'] })
  await expectState(page, 'une', 'generating')
  await liveLine(page).click()
  await expect(page.getByRole('dialog')).toContainText('chaque onglet ouvert fait toutes les siennes')
})

test('two versions of the page do not take the lead from each other', async ({
  page: own,
  context,
  provider,
  openBoard,
}) => {
  for (const token of active) provider.set(token, rental(token, 1))
  const other = await context.newPage()
  await other.route(/:\d+\/$/, async route => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/(name="build-version" content=")[^"]*/, '$1other')
    await route.fulfill({ response: answer, body })
  })
  await openBoard(own, { tokens: active })
  await openBoard(other)
  for (const tab of [own, other]) await expectState(tab, 'location-10', 'generating')
  const version = await own.locator('meta[name=build-version]').getAttribute('content')
  const leads = () =>
    other.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      const names = (locks: LockInfo[]) => locks.map(({ name }) => name?.split(':').at(-1)).sort()
      return { held: names(held), pending: names(pending) }
    })
  const bothLead = { held: [version, 'other'].sort(), pending: [] }
  await expect.poll(leads).toEqual(bothLead)
  // A tab that is shown takes the lead from one that is not: of its own version.
  for (const tab of [own, other]) {
    await tab.bringToFront()
    await wait(3_000)
    expect(await leads()).toEqual(bothLead)
  }
})

test('when the leading tab closes, another takes over within 5 s', async ({
  page: heir,
  context,
  provider,
  openBoard,
}) => {
  for (const token of active) provider.set(token, rental(token, 1))
  const sentByHeir = await recordChecks(heir)
  await openBoard(heir, { tokens: active })
  await expectState(heir, 'location-10', 'generating')
  const leader = await context.newPage()
  const sentByLeader = await recordChecks(leader)
  await openBoard(leader)
  await liveLine(heir).click()
  const activity = heir.getByRole('dialog', { name: 'Activité du suivi' })
  await expect(activity).toContainText('Un autre onglet de ce navigateur fait les vérifications')

  // From the second round on, checks are spread: one is due at every moment, and shows that somebody makes it.
  await expect.poll(() => provider.calls.length, { timeout: 20_000 }).toBeGreaterThan(15)

  const before = await sentByLeader()
  await leader.close()
  const closedAt = Date.now()
  const lately = () => provider.calls.filter(({ at }) => at > closedAt).length
  await expect.poll(lately, { timeout: 5_000 }).toBeGreaterThan(0)
  await expect(activity).toContainText('Les vérifications suivent leur cours')
  for (const token of active) provider.set(token, rental(token, 2))
  for (const token of active) await expectState(heir, token, 'ready')
  const sent = [...before, ...(await sentByHeir())]
  expectWithinBudget(sent.sort((a, b) => a - b))
})

test('a frozen tab holds up nobody, and follows when it thaws', async ({
  page: frozen,
  context,
  provider,
  openBoard,
}) => {
  for (const token of active) provider.set(token, rental(token, 1))
  await openBoard(frozen, { tokens: active })
  await expectState(frozen, 'location-10', 'generating')
  const shown = await context.newPage()
  const lifecycle = await context.newCDPSession(frozen)
  await lifecycle.send('Page.setWebLifecycleState', { state: 'frozen' })
  await openBoard(shown)
  for (const token of active) provider.set(token, rental(token, 2))
  for (const token of active) await expectState(shown, token, 'ready')
  await lifecycle.send('Page.setWebLifecycleState', { state: 'active' })
  for (const token of active) await expectState(frozen, token, 'ready')
  await liveLine(frozen).click()
  await expect(frozen.getByRole('dialog')).toContainText(
    'Un autre onglet de ce navigateur fait les vérifications',
  )
})

test('what one tab adds, names and removes shows in the other', async ({
  page: here,
  context,
  provider,
  openBoard,
}) => {
  for (const token of ['un', 'deux']) provider.set(token, rental(token, 5))
  const there = await context.newPage()
  await Promise.all([openBoard(here), openBoard(there)])

  await follow(here, ['un', 'deux'])
  for (const token of ['un', 'deux']) await expectState(there, token, 'downloaded')

  const detail = await openDetail(there, 'un')
  await detail.getByRole('button', { name: 'Renommer' }).click()
  await detail.getByLabel('Nom de la location').fill('Ouverture Compiègne')
  await detail.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(row(here, 'un')).toContainText('Ouverture Compiègne')

  await pressInMenu(there, 'Ne plus suivre')
  await expect(row(here, 'un')).toHaveCount(0)
  await there.getByRole('button', { name: 'Annuler' }).click()
  await expectState(here, 'un', 'downloaded')
  await expect(row(here, 'un')).toContainText('Ouverture Compiègne')
  await expect(rows(here)).toHaveCount(2)
})

test('a rental added in a tab that follows is checked by the one that leads', async ({
  page: other,
  context,
  provider,
  openBoard,
}) => {
  provider.set('une', rental('une', 2))
  await openBoard(other)
  const leader = await context.newPage()
  await openBoard(leader)
  await follow(other, ['une'])
  await expectState(other, 'une', 'ready')
  await expectState(leader, 'une', 'ready')
  expect(provider.calls.map(({ token }) => token)).toEqual(['une'])
})

/** The shortest time (ms) between two requests for the same rental. */
function shortestGap(calls: readonly Call[], token: string): number {
  const times = calls.filter(call => call.token === token).map(({ at }) => at)
  return Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))
}

test('what one tab clears can be had again in another', async ({
  page: here,
  context,
  provider,
  openBoard,
}) => {
  for (const token of ['un', 'deux']) provider.set(token, rental(token, 5))
  const [there, third] = [await context.newPage(), await context.newPage()]
  await openBoard(here, { tokens: ['un', 'deux'] })
  for (const tab of [there, third]) await openBoard(tab)
  for (const tab of [here, there, third]) await expectState(tab, 'deux', 'downloaded')
  const stored = await here.evaluate(() => JSON.stringify(localStorage))
  await here.evaluate(() => localStorage.clear())

  await expect(rows(there)).toHaveCount(0)
  await expect(there.getByText('Un autre onglet a effacé les données')).toBeVisible()
  provider.calls.length = 0
  await there.getByRole('button', { name: 'Annuler' }).click()
  for (const tab of [there, third]) {
    await expect(rows(tab)).toHaveCount(2)
    await expectState(tab, 'un', 'downloaded')
    await expect(tab.getByText('Un autre onglet a effacé les données')).toBeHidden()
  }
  const restored = await there.evaluate(() => JSON.stringify(localStorage))
  const histories = (text: string) =>
    [...text.matchAll(/history[^\]]+\]/g)].map(([history]) => history).sort()
  expect(histories(restored)).toEqual(histories(stored))
  expect(provider.calls).toEqual([])
})
