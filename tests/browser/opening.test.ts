import { expect } from '@playwright/test'
import { test } from './board.ts'
import { expectState, follow, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

test('until its script is there, the page says that the board opens, and in the end what to do', async ({
  page,
  boardUrl,
}) => {
  let arrive = () => {}
  const arrival = new Promise<void>(resolve => {
    arrive = resolve
  })
  await page.route(/assets\/index-[^/]+\.js$/, async route => {
    await arrival
    await route.continue()
  })
  await page.goto(boardUrl, { waitUntil: 'commit' })
  await expect(page.getByText('s’ouvre…')).toBeVisible()
  await expect(page.getByText('Rien ne vient')).toBeHidden()
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.currentTime = 15_000
  })
  await expect(page.getByRole('link', { name: 'rechargez la page' })).toBeVisible()
  arrive()
  await expect(page.getByRole('searchbox').or(page.getByRole('textbox')).first()).toBeVisible()
  await expect(page.getByText('s’ouvre…')).toHaveCount(0)
})

test('what has the focus keeps it while the list comes to life', async ({ page, provider, openBoard }) => {
  for (const token of ['un', 'deux']) provider.set(token, rental(token, 2))
  await openBoard(page, { tokens: ['un', 'deux'] })
  await expectState(page, 'deux', 'ready')
  await page.route(/assets\/page-shortcuts-[^/]+\.js$/, async route => {
    await expect(page.locator('#list a').first()).toBeFocused()
    await route.continue()
  })
  const keys = page.waitForResponse(/assets\/page-shortcuts-/)
  await page.reload()
  const link = rows(page).first().getByRole('link')
  await link.focus()
  await keys
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
  await expect(link).toBeFocused()
  await page.keyboard.press('Space')
  await expect(rows(page).first().getByRole('checkbox')).toBeChecked()
})

test('rows that fly past are there, and whole', async ({ page, provider, openBoard }) => {
  const followed = tokens(300)
  for (const token of followed) provider.set(token, rental(token, 2))
  await openBoard(page)
  await follow(page, followed)
  await expect(page.getByText('300 locations', { exact: true })).toBeVisible()

  const seen = await page.evaluate(async () => {
    const cells: number[] = []
    let blankFrames = 0
    for (let frame = 0; frame < 20; frame += 1) {
      window.scrollBy(0, 900)
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      const all = [...document.querySelectorAll('[data-token]')]
      cells.push(...all.map(row => row.querySelectorAll('[role=cell]').length))
      const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)
      // A row, or the heading of a group: how many have answered, and where it stands, differs each time.
      if (!middle?.closest('#list [role=row]')) blankFrames += 1
    }
    return { fewestCells: Math.min(...cells), blankFrames }
  })
  expect(seen.blankFrames).toBe(0)
  // Five until its first answer, seven after it.
  expect(seen.fewestCells).toBeGreaterThanOrEqual(5)
})
