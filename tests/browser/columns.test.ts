import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { StatusReply } from '../../src/demo/status-reply.ts'
import { storageKey } from '../../src/rentals/tracked-rental.ts'
import { test } from './board.ts'
import { expectState, follow, list, NEXT_CHECK_MS, row, rows } from './page-parts.ts'
import { rental } from './rentals.ts'

const LONG_NAME = 'Journée portes ouvertes des lycées professionnels de Nouvelle-Aquitaine'

/** A reply with the widest numbers that a board is likely to meet. */
function wide(token: string, status: number | string): StatusReply {
  return {
    success: true,
    token,
    status,
    location: {
      sexe: 'mixte',
      minAge: 18,
      maxAge: 65,
      interest: '14',
      category: 102,
      details_localisation: [
        { Type: 'total', Location: '04', VolumeDesired: '12345678', Volume: '87654321' },
        { Type: 'total', Location: '93', VolumeDesired: '800', Volume: '4' },
      ],
      cost: { quantity: 12_345_678, total: '1234567.89', cost_unity: '0.090' },
    },
    file: { phoneNumbers: '12345678' },
  }
}

const shown = [
  ['demandee', 0],
  ['creation', 1],
  ['prete', 2],
  ['echouee', 3],
  ['telechargee', 5],
  ['inconnue', 'En attente de validation par le service commercial'],
] as const

test.beforeEach(async ({ page, provider, openBoard }) => {
  await openBoard(page)
  const kept = [
    ...shown.map(([token, status]) => {
      provider.set(token, wide(token, status))
      return { token, name: `${LONG_NAME} ${token}` }
    }),
    ...shown.map(([token, status]) => {
      provider.set(`${token}-2`, rental(`${token}-2`, status))
      return { token: `${token}-2` }
    }),
    { token: 'introuvable' },
  ]
  const tags = ['Printemps', 'Nouvelle-Aquitaine']
  const entries = kept.map((entry, place) => {
    return { v: 1, tags, addedAt: Date.now() - 3_600_000, place, ...entry, key: storageKey(entry.token) }
  })
  await page.evaluate(entries => {
    for (const { key, ...entry } of entries) localStorage.setItem(key, JSON.stringify(entry))
  }, entries)
  await page.reload()
  await expectState(page, 'introuvable', 'not-found')
  await expect(rows(page)).toHaveCount(kept.length)
  await expect(page.locator('[data-status=pending]')).toHaveCount(0, { timeout: NEXT_CHECK_MS })
})

/** The left edge that each column has in the heads and in every row; the right one of what stands there. */
function columnEdges(page: Page): Promise<Record<string, readonly number[]>> {
  return list(page).evaluate(table => {
    const edges = new Map<string, Set<number>>()
    for (const cell of table.querySelectorAll('.row-grid > :is([role=cell], [role=columnheader])')) {
      const { gridColumnStart: column, justifySelf } = getComputedStyle(cell)
      // For screen readers the heads of cards are there, in no place.
      if (column === 'auto' || (cell.parentElement?.clientWidth ?? 0) < 2) continue
      const { left, right, width } = cell.getBoundingClientRect()
      if (width < 2) continue
      const seen = edges.get(column) ?? new Set()
      edges.set(column, seen.add(Math.round(justifySelf.endsWith('end') ? right : left)))
    }
    return Object.fromEntries([...edges].map(([column, seen]) => [column, [...seen]]))
  })
}

/** The words of a status, a number, a time or a button that do not show in full. */
function cutWords(page: Page): Promise<readonly string[]> {
  return list(page).evaluate(table => {
    const cut: string[] = []
    for (const row of table.querySelectorAll('[data-token]')) {
      const bounds = row.getBoundingClientRect()
      for (const cell of row.querySelectorAll('[role=cell]')) {
        const column = getComputedStyle(cell).gridColumnStart
        const words = column === 'places' ? cell.querySelectorAll('.places-volumes, .text-failed') : [cell]
        if (!['state', 'cost', 'since', 'action', 'places'].includes(column)) continue
        const { left, right } = cell.getBoundingClientRect()
        for (const part of words) {
          const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            // What the provider wrote itself may be of any length: its tooltip has all of it.
            const { parentElement } = node
            if (parentElement?.closest('.sr-only, [title]') || parentElement?.clientWidth === 1) continue
            const range = document.createRange()
            range.selectNodeContents(node)
            for (const box of range.getClientRects()) {
              const isWhole =
                box.left >= left - 1 &&
                box.right <= right + 1 &&
                box.top >= bounds.top - 1 &&
                box.bottom <= bounds.bottom + 1
              if (!isWhole) cut.push(`${column}: ${node.textContent}`)
            }
          }
        }
      }
    }
    return cut
  })
}

/** The widest that is met, and two as wide as Arial and, but for a hair, Segoe. */
const fonts = { 'DejaVu Sans': undefined, Arimo: 'arimo', 'Open Sans': 'open-sans' }

/** The page loads no font from anywhere, but takes one as bytes. */
async function useFont(page: Page, font: string, file: string | undefined) {
  const weights = file === undefined ? [] : ['400', '600']
  const faces = weights.map(weight => ({
    weight,
    bytes: readFileSync(
      `node_modules/@fontsource/${file}/files/${file}-latin-${weight}-normal.woff2`,
      'base64',
    ),
  }))
  await page.evaluate(
    async ({ font, faces }) => {
      for (const { weight, bytes } of faces) {
        const face = new FontFace(
          font,
          Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0)),
          { weight },
        )
        document.fonts.add(await face.load())
      }
      document.body.style.fontFamily = `"${font}"`
    },
    { font, faces },
  )
}

for (const [font, file] of Object.entries(fonts)) {
  for (const [width, isDetailOpen] of [
    [1280, false],
    [1280, true],
    [1440, false],
    [1600, true],
    [1920, false],
    [390, false],
  ] as const) {
    const what = isDetailOpen ? `${width} px beside a detail` : `${width} px`
    test(`in ${font} at ${what}, every column is one line, and nothing is cut`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await useFont(page, font, file)
      if (isDetailOpen) await row(page, 'prete').getByRole('link').click()
      await expect(page.getByRole('complementary')).toBeVisible({ visible: isDetailOpen })
      for (const [column, edges] of Object.entries(await columnEdges(page))) {
        expect(edges, `the column ${column}`).toHaveLength(1)
      }
      expect(await cutWords(page)).toEqual([])
    })
  }
}

test('the heads stay in view, name the group that is scrolled to, and sort', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 })
  const head = (name: string) => page.getByRole('columnheader', { name })
  const tokens = () => rows(page).evaluateAll(all => all.map(row => row.getAttribute('data-token')))
  await expect(head('Attente')).toHaveAttribute('aria-sort', 'descending')
  const byNeed = await tokens()

  await row(page, 'inconnue').evaluate(row => row.scrollIntoView({ block: 'start' }))
  await expect(head('Coût')).toBeInViewport()
  await expect(page.getByRole('searchbox')).toBeInViewport()
  await expect(list(page).locator('p', { hasText: 'À voir, 7' })).toBeInViewport()

  await head('Coût').getByRole('button').click()
  await expect(head('Coût')).toHaveAttribute('aria-sort', 'descending')
  await expect(head('Attente')).not.toHaveAttribute('aria-sort')
  await expect(page.getByRole('combobox', { name: 'Trier' })).toHaveValue('cost')
  await expect(rows(page).first()).toContainText('1 234 567,89 €')
  await head('Coût').getByRole('button').click()
  await expect(head('Coût')).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows(page).first()).toContainText('0,90 €')
  await expect(rows(page).last(), 'what has no cost stays last').toHaveAttribute('data-token', 'introuvable')
  await page.reload()
  await expect(head('Coût')).toHaveAttribute('aria-sort', 'ascending')
  await head('Attente').getByRole('button').click()
  await expect.poll(tokens).toEqual(byNeed)
})

test('a rental without a name is called by its targeting, is found by that, and named in its row', async ({
  page,
}) => {
  const called = /^Détail de Femmes 31–49, Compiègne$/
  await expect(row(page, 'prete-2').getByRole('link', { name: called })).toBeVisible()
  await page.getByRole('searchbox').fill('Femmes 31–49, Compiègne')
  await expect(rows(page)).toHaveCount(6)
  await row(page, 'prete-2').getByRole('button', { name: 'Nommer' }).click()
  await expect(page.getByRole('textbox', { name: 'Nom de la location' })).toBeFocused()
  await page.keyboard.type('Ouverture')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(5)
  await page.getByRole('searchbox').fill('')
  await expect(row(page, 'prete-2').getByRole('link', { name: 'Détail de Ouverture' })).toBeVisible()
})

test('a row is one stop of the Tab key, and its arrows lead to what it offers', async ({ page }) => {
  const link = (token: string) => row(page, token).getByRole('link')
  const order = await rows(page).evaluateAll(all => all.map(row => row.getAttribute('data-token') ?? ''))
  const [first = '', second = ''] = order
  await link(first).focus()
  await page.keyboard.press('Tab')
  await expect(link(second)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(row(page, second).getByRole('checkbox')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('End')
  await expect(link(order.at(-1) ?? '')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(link(first)).toBeFocused()
  await link('echouee-2').focus()
  const whatToDo = row(page, 'echouee-2').getByRole('button', { name: 'Que faire ?' })
  while (!(await whatToDo.evaluate(button => button === document.activeElement))) {
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toContainText('echouee-2')
})

test('a new rental is scrolled to, and glows', async ({ page, provider }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
  provider.set(token, rental(token, 0))
  await follow(page, [token])
  await expect(row(page, token)).toBeInViewport({ ratio: 1 })
  const glows = (row: Element) => row.getAnimations().some(({ id }) => id === 'new')
  expect(await row(page, token).evaluate(glows)).toBe(true)
  expect(await row(page, 'prete').evaluate(glows)).toBe(false)
})

test('where no files are let through, the row of a ready rental leads to where its file is', async ({
  page,
}) => {
  await expect(row(page, 'prete').getByRole('button', { name: 'Télécharger' })).toHaveCount(0)
  await row(page, 'prete').getByRole('button', { name: 'Récupérer' }).click()
  await expect(page.getByRole('complementary')).toContainText('À récupérer dans votre espace SMS Partner')
})
