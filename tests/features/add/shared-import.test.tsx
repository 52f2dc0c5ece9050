import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BoardPage } from '../../../src/app/board-page.tsx'
import { writeShare } from '../../../src/rentals/share-link.ts'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => network.use(...statusHandlers({ lookup: () => undefined })))
afterEach(() => location.replace('#/'))

const shared = [
  { token: 'a', name: 'Fête à Saint-Étienne 🎉', tags: ['été'], addedAt: 1, place: 0 },
  { token: 'b', tags: [], addedAt: 1, place: 1 },
]

/** The page of a board that follows the tokens, opened by a link. */
function open(part: string, ...followed: readonly string[]) {
  location.hash = `#/partage/${part}`
  const { tracked, preferences } = renderBoard(<BoardPage onDemo={() => undefined} />, french, ...followed)
  const user = userEvent.setup()
  return {
    preferences,
    tracked,
    rentals: () => [...tracked.state.getState().rentals.values()],
    press: async (name: string) => user.click(await screen.findByRole('button', { name })),
  }
}

const said = async () =>
  withPlainSpaces(
    (await screen.findByRole('region', { name: 'Locations partagées avec vous' })).textContent ?? '',
  )

describe('a link with rentals in it', () => {
  test('shows them, and follows them once that is confirmed', async () => {
    const { press, rentals } = open(await writeShare(shared))
    expect(await said()).toContain('2 à suivre')
    expect(rentals()).toEqual([])
    await press('Suivre 2 locations')
    expect(rentals()).toMatchObject([
      { token: 'a', name: 'Fête à Saint-Étienne 🎉', tags: ['été'] },
      { token: 'b', tags: [] },
    ])
    expect(location.hash).toBe('#/')
    expect(await screen.findByRole('textbox', { name: 'Identifiants de location' })).toBeVisible()
  })

  test('brings no second spelling of a tag that is there', async () => {
    const { press, rentals, tracked } = open(await writeShare(shared), 'own')
    tracked.edit('own', { tags: ['Ete'] })
    await press('Suivre 2 locations')
    expect(rentals().map(({ tags }) => tags)).toEqual([['Ete'], ['Ete'], []])
  })

  test('adds names and tags to those already followed only when asked', async () => {
    const { press, rentals } = open(await writeShare(shared), 'a')
    expect(await said()).toContain('1 à suivre, 1 déjà suivie')
    await press('Suivre 1 location')
    expect(rentals()).toMatchObject([
      { token: 'a', name: undefined, tags: [] },
      { token: 'b', tags: [] },
    ])
  })

  test('brings the names of interests that the user has not named', async () => {
    const { press, preferences } = open(await writeShare(shared, { 12: 'Jardin', 13: 'Moto' }))
    preferences.set({ interests: { 12: 'Potager' } })
    expect(await said()).toContain('2 à suivre, 1 nom d’intérêt')
    await press('Suivre 2 locations')
    expect(preferences.state.getState().interests).toEqual({ 12: 'Potager', 13: 'Moto' })
  })

  test('brings the names of interests to who follows all of it already', async () => {
    const { press, preferences } = open(
      await writeShare([{ token: 'a', tags: [], addedAt: 1, place: 0 }], { 12: 'Jardin' }),
      'a',
    )
    await press('Reprendre 1 nom d’intérêt')
    expect(preferences.state.getState().interests).toEqual({ 12: 'Jardin' })
    expect(location.hash).toBe('#/')
  })

  test('adds nothing when it is cancelled', async () => {
    const { press, rentals } = open(await writeShare(shared))
    await press('Annuler')
    expect(rentals()).toEqual([])
    expect(location.hash).toBe('#/')
  })

  test.each([
    ['z123', 'Ce lien est incomplet, ou ce navigateur ne sait pas le lire : demandez-en un nouveau.'],
    ['jW10', 'Ce lien ne contient aucune location.'],
    [`j${'A'.repeat(100_000)}`, 'Ce lien contient plus que le suivi n’accepte : 10 000 locations'],
  ])('that holds none says so: %s', async (part, words) => {
    const { press } = open(part)
    expect(await said()).toContain(words)
    await press('Continuer sans')
    expect(location.hash).toBe('#/')
  })
})
