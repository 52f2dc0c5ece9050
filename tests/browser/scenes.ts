import { expect, type Page } from '@playwright/test'
import { writeShare } from '../../src/rentals/share-link.ts'
import { html502, status } from '../fake-provider/behaviours.ts'
import { fill } from '../fake-provider/fill.ts'
import type { Provider } from '../fake-provider/provider.ts'
import { test as base } from './board.ts'
import { follow, press, row, rows } from './page-parts.ts'
import { rental, tokens } from './rentals.ts'

/** What a scene is set with: a page without anything on it yet, the provider, and the ways to open a board. */
type Stage = {
  page: Page
  provider: Provider
  open: (page: Page, opening?: { tokens?: readonly string[]; at?: string }) => Promise<void>
  openKeyless: (page: Page, opening?: { tokens?: readonly string[]; at?: string }) => Promise<void>
  /** Of a server that lets files through. */
  openFiles: (page: Page, opening?: { tokens?: readonly string[]; at?: string }) => Promise<void>
}

/** With a stage that a scene can be set on. */
export const test = base.extend<{ stage: Stage }>({
  stage: ({ page, provider, openBoard, openKeylessBoard, openFilesBoard }, use) =>
    use({ page, provider, open: openBoard, openKeyless: openKeylessBoard, openFiles: openFilesBoard }),
})

/** One state of the page that is looked at by a person and by axe. */
export type Scene = {
  name: string
  set: (stage: Stage) => Promise<void>
  /** It comes about only as time passes. */
  needsTime?: boolean
  /** Which rentals have been checked differs each time: no two pictures are alike. */
  isMoving?: boolean
  /** Console output that belongs to it. */
  expectedConsole?: readonly RegExp[]
}

const LILLE = '7fd1c20bc0e94b6687690d88cfac6b3efe91ab4e'
const failing = [/Failed to load resource/]

async function demonstration({ page, openFiles }: Stage, at = '?demo') {
  await openFiles(page, { at })
  await row(page, LILLE).waitFor()
  // The names of its communes come a moment after a row.
  await page.getByText('60200 Compiègne').first().waitFor()
}

async function filled({ page, provider, open }: Stage, count: number) {
  const rentals = fill(count)
  for (const { token, reply } of rentals) provider.set(token, reply)
  await page.addInitScript(
    list => {
      for (const [place, { token, name, tags }] of list.entries()) {
        const kept = { v: 1, token, name, tags, addedAt: Date.now() - 3_600_000, place }
        localStorage.setItem(`rental-board:v1:token:${encodeURIComponent(token)}`, JSON.stringify(kept))
      }
      // Which answer came first is chance: after a reload all statuses are as old as each other, ten seconds.
      for (const [key, text] of Object.entries<string>(localStorage)) {
        if (!key.startsWith('rental-board:v1:seen:')) continue
        const entry = JSON.parse(text)
        for (const seen of entry.history) seen.from = Date.now() - 10_000
        localStorage.setItem(key, JSON.stringify(entry))
      }
    },
    rentals.map(({ token, name, tags }) => ({ token, name, tags })),
  )
  await open(page)
  await page.locator('[data-status=ready]').nth(2).waitFor()
  if (count > 30) return
  const answered = () =>
    Object.keys(localStorage).filter(key => key.startsWith('rental-board:v1:seen:')).length
  await expect.poll(() => page.evaluate(answered), { timeout: 30_000 }).toBe(count)
  await page.reload()
  await rows(page).nth(3).waitFor()
}

/** Every state worth looking at. */
export const scenes: readonly Scene[] = [
  { name: 'board-empty', set: ({ page, open }) => open(page) },
  { name: 'board', set: stage => demonstration(stage) },
  { name: 'board-30', set: stage => filled(stage, 30) },
  { name: 'board-1000', isMoving: true, set: stage => filled(stage, 1_000) },
  {
    name: 'detail',
    set: async stage => {
      await demonstration(stage, `?demo#/location/${LILLE}`)
      await stage.page.getByRole('group', { name: 'Carte des départements ciblés' }).waitFor()
    },
  },
  {
    name: 'map',
    set: async stage => {
      await stage.openKeyless(stage.page, { at: '?demo#/map' })
      await stage.page
        .getByRole('button', { name: /^31 Haute-Garonne/ })
        .first()
        .waitFor()
      await stage.page
        .getByRole('button', { name: /^44 Loire-Atlantique/ })
        .first()
        .focus()
    },
  },
  {
    name: 'costs',
    set: async stage => {
      await stage.openKeyless(stage.page, { at: '?demo#/costs' })
      await stage.page.getByText('31 Haute-Garonne').first().waitFor()
    },
  },
  {
    name: 'paste-preview',
    set: async ({ page, open }) => {
      await open(page)
      await follow(page, ['deja-suivie-2026'])
      await row(page, 'deja-suivie-2026').waitFor()
      const lines = tokens(24, 'campagne-2026').map(
        (token, index) => `${token}\tCampagne de printemps ${index + 1}`,
      )
      await page
        .getByRole('textbox', { name: 'Identifiants de location' })
        .fill([...lines, 'deja-suivie-2026\tDéjà là', `${'x'.repeat(140)}1\tTrop long`].join('\n'))
      await press(page, 'Suivre')
      await page.getByRole('button', { name: 'Suivre 24 locations' }).waitFor()
    },
  },
  {
    name: 'export',
    set: async stage => {
      await filled(stage, 30)
      await press(stage.page, 'Exporter')
      await stage.page.getByRole('textbox', { name: 'Lien de partage' }).waitFor()
    },
  },
  {
    name: 'restore-preview',
    set: async ({ page, open }) => {
      await open(page)
      await follow(page, ['campagne-2026-1', 'campagne-2026-2'])
      await rows(page).nth(1).waitFor()
      const rentals = tokens(24, 'campagne-2026').map((token, index) => {
        return { token, name: `Campagne de printemps ${index + 1}`, tags: ['Printemps'] }
      })
      const backup = {
        format: 'rental-board',
        version: 1,
        rentals: [...rentals, 'illisible'],
        preferences: {},
      }
      await press(page, 'Réglages')
      const buffer = Buffer.from(JSON.stringify(backup))
      await page
        .getByLabel('Restaurer une sauvegarde…')
        .setInputFiles({ name: 'sauvegarde.json', mimeType: 'application/json', buffer })
      await page.getByRole('button', { name: 'Restaurer 22 locations' }).waitFor()
    },
  },
  {
    name: 'shared-link',
    set: async ({ page, open }) => {
      const rentals = tokens(24, 'campagne-2026').map((token, place) => {
        return { token, name: `Campagne de printemps ${place + 1}`, tags: ['Printemps'], addedAt: 0, place }
      })
      await open(page, { at: `#/partage/${await writeShare(rentals)}` })
      await page.getByRole('button', { name: 'Suivre 24 locations' }).waitFor()
    },
  },
  {
    name: 'settings',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, 'Réglages')
      await stage.page.getByRole('dialog', { name: 'Réglages' }).waitFor()
    },
  },
  {
    name: 'shortcuts',
    set: async stage => {
      await demonstration(stage)
      await stage.page.keyboard.press('?')
      await stage.page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor()
    },
  },
  {
    name: 'selection',
    set: async stage => {
      await demonstration(stage)
      for (const name of ['Black Friday Toulouse', 'Carnaval Guadeloupe']) {
        const link = stage.page.getByRole('link', { name: `Détail de ${name}` })
        await link.click({ modifiers: ['ControlOrMeta'] })
      }
      await stage.page.getByRole('region', { name: 'Sélection' }).waitFor()
    },
  },
  {
    name: 'history',
    set: async stage => {
      await demonstration(stage, `?demo#/location/${LILLE}`)
      const history = stage.page.getByRole('heading', { name: 'Historique' })
      await history.click()
      await history.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'activity',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, /En direct/)
      await stage.page.getByRole('dialog', { name: 'Activité du suivi' }).waitFor()
    },
  },
  {
    name: 'key',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, 'Connecter mon compte')
      await stage.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'account-error',
    set: async ({ page, provider, open }) => {
      const followed = tokens(6)
      for (const token of followed) provider.set(token, rental(token, 1))
      const body = JSON.stringify({ success: false, code: 10, message: 'Clé API incorrecte' })
      provider.behave(status(200, { 'content-type': 'application/json' }, body))
      await open(page, { tokens: followed })
      await page.getByRole('alert').filter({ hasText: 'La clé API est refusée' }).waitFor()
    },
  },
  {
    name: 'connection-lost',
    needsTime: true,
    expectedConsole: failing,
    set: async ({ page, provider, open }) => {
      const followed = tokens(8)
      for (const token of followed) provider.set(token, rental(token, 1))
      await open(page, { tokens: followed })
      await page.locator('[data-status=generating]').nth(7).waitFor()
      provider.behave(html502)
      await page.getByRole('alert').filter({ hasText: 'Connexion perdue' }).waitFor({ timeout: 40_000 })
    },
  },
  {
    name: 'rental-errors',
    expectedConsole: failing,
    set: async ({ page, provider, open }) => {
      provider.set(
        'panne-1',
        status(200, { 'content-type': 'text/html' }, '<!doctype html><title>Connexion</title>'),
      )
      provider.set('panne-2', status(200, { 'content-type': 'application/json' }, '{"success":true,"tok'))
      provider.set('panne-3', status(404, { 'content-type': 'text/plain' }, 'non'))
      provider.set('panne-4', rental('panne-4', 'En attente de validation par le service commercial'))
      await open(page, { tokens: ['panne-1', 'panne-2', 'panne-3', 'panne-4', 'inconnue'] })
      await page.locator('[data-status=not-found]').waitFor()
      await page.locator('[data-status=error]').nth(2).waitFor()
    },
  },
  {
    name: 'file-asked',
    set: async stage => {
      await demonstration(stage, `?demo#/location/${LILLE}`)
      await press(stage.page, 'Télécharger le fichier')
      await stage.page.getByRole('dialog', { name: 'Télécharger le fichier' }).waitFor()
    },
  },
  {
    name: 'file-received',
    set: async stage => {
      await demonstration(stage, `?demo#/location/${LILLE}`)
      await press(stage.page, 'Télécharger le fichier')
      const dialog = stage.page.getByRole('dialog', { name: 'Télécharger le fichier' })
      await dialog.getByRole('button', { name: 'Télécharger', exact: true }).click()
      await dialog.getByRole('button', { name: 'Enregistrer en CSV' }).waitFor()
      await row(stage.page, LILLE).and(stage.page.locator('[data-status=downloaded]')).waitFor()
    },
  },
  {
    name: 'files-asked',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, /^Télécharger les \d prêtes$/)
      await stage.page.getByRole('dialog', { name: 'Télécharger les fichiers' }).waitFor()
    },
  },
  {
    name: 'files-received',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, /^Télécharger les \d prêtes$/)
      const dialog = stage.page.getByRole('dialog', { name: 'Télécharger les fichiers' })
      await dialog.getByRole('button', { name: /^Télécharger les \d fichiers$/ }).click()
      await stage.page.getByText(/^\d fichiers enregistrés$/).waitFor()
      await row(stage.page, LILLE).and(stage.page.locator('[data-status=downloaded]')).waitFor()
    },
  },
  {
    name: 'file-elsewhere',
    set: async stage => {
      await stage.openKeyless(stage.page, { at: `?demo#/location/${LILLE}` })
      await stage.page.getByText('À récupérer dans votre espace SMS Partner').waitFor()
      await stage.page.getByRole('group', { name: 'Carte des départements ciblés' }).waitFor()
    },
  },
  {
    name: 'detail-menu',
    set: async stage => {
      await demonstration(stage, `?demo#/location/${LILLE}`)
      await stage.page.getByRole('group', { name: 'Carte des départements ciblés' }).waitFor()
      await press(stage.page, 'Autres actions')
    },
  },
  {
    name: 'what-to-do-failed',
    set: async stage => {
      await demonstration(stage, '?demo#/location/e0a95f77d823f8f5226c7b3b4feba52a7002c3d8')
      await stage.page.getByRole('heading', { name: /^Que faire/ }).waitFor()
      await stage.page.getByRole('group', { name: 'Carte des départements ciblés' }).waitFor()
    },
  },
  {
    name: 'what-to-do-not-found',
    set: async stage => {
      await demonstration(stage, '?demo#/location/1a2b3c4d5e6f')
      await press(stage.page, 'Corriger l’identifiant')
    },
  },
  {
    name: 'news',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, /^Nouvelles/)
      await stage.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'paused',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, 'Pause')
      await stage.page.getByRole('button', { name: 'Reprendre' }).waitFor()
    },
  },
  {
    name: 'filtered',
    set: async stage => {
      await stage.openFiles(stage.page, { at: '?demo&status=ready&tag=Hauts-de-France&q=lille' })
      await row(stage.page, LILLE).waitFor()
      await stage.page
        .getByRole('button', { name: /^Ne plus filtrer/ })
        .nth(2)
        .waitFor()
    },
  },
  {
    name: 'archived',
    set: async stage => {
      await demonstration(stage)
      await press(stage.page, 'Archiver les terminées')
      await press(stage.page, /^Archivées/)
      await stage.page.getByText('Archivée', { exact: true }).first().waitFor()
    },
  },
]
