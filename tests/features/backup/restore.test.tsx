import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createFileOffer } from '../../../src/board/file-access.ts'
import { createPreferences } from '../../../src/board/preferences.ts'
import { parseBackup, writeBackup } from '../../../src/features/backup/backup.ts'
import { BackupSettings } from '../../../src/features/backup/backup-settings.tsx'
import { restoreWatched, watchedOf } from '../../../src/features/backup/watched.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { createCheckStorage } from '../../../src/polling/check-storage.ts'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'
import { fakeDialogs } from '../../ui/fake-dialog.ts'

vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  fakeDialogs()
  network.use(...statusHandlers({ lookup: () => undefined }))
})

const choices = { ...createPreferences(undefined).state.getState(), sort: 'cost' as const }
const saved = [
  { token: 'a', name: 'Oise', tags: ['mai'], addedAt: 5_000, place: 3 },
  { token: 'b', name: 'Aisne', tags: [], addedAt: 4_000, place: 0 },
]
const file = writeBackup(saved, choices, Date.UTC(2026, 10, 23, 12))

/** The settings on a board that follows the tokens, once a file was selected. */
async function choose(text: string, ...followed: readonly string[]) {
  const { tracked, preferences } = renderBoard(<BackupSettings />, french, ...followed)
  const user = userEvent.setup()
  const field = screen.getByLabelText('Restaurer une sauvegarde…')
  await user.upload(field, new File([text], 'backup.json', { type: 'application/json' }))
  return {
    user,
    rentals: () => [...tracked.state.getState().rentals.values()],
    sort: () => preferences.state.getState().sort,
    press: (name: string) => user.click(screen.getByRole('button', { name })),
  }
}

const dialog = () => screen.findByRole('dialog', { name: 'Restaurer une sauvegarde' })
const settings = () => screen.getByRole('checkbox', { name: 'Reprendre aussi les réglages' })

test('what the board saw of a rental, and that its file was fetched, travel along', async () => {
  const history = [
    { status: 'generating' as const, from: 1_000, until: 2_000 },
    { status: 'ready' as const, from: 2_500, until: 9_000 },
  ]
  const watched = { history, download: { at: 3_000, state: 'done' as const } }
  const written = writeBackup(
    saved.map(rental => ({ ...rental, ...watched })),
    choices,
    7,
  )
  const backup = parseBackup(written)
  if (typeof backup === 'string') throw new Error(backup)
  expect(backup.rentals).toMatchObject([watched, watched])

  const storage = memoryStorage()
  const checkStorage = createCheckStorage(storage, () => undefined)
  const board = {
    ...renderBoard(<p />, french),
    checkStorage,
    files: { storage, offer: createFileOffer(async () => true) },
  }
  for (const rental of backup.rentals) restoreWatched(board, rental.token, rental)
  expect(checkStorage.load('a', 10_000)).toMatchObject({ history, reply: undefined, checkedAt: undefined })
  const again = { ...board, rentalCache: { ...board.rentalCache, history: () => history } }
  expect(watchedOf(again, 'b')).toEqual(watched)
})

test('a backup of an older board has none of that, and what cannot be is left out', () => {
  const past = { history: [{ status: 'ready', from: 9, until: 1 }], download: { at: 'hier', state: 'done' } }
  const backup = parseBackup(
    JSON.stringify({ ...JSON.parse(file), rentals: [saved[0], { ...saved[1], ...past }] }),
  )
  if (typeof backup === 'string') throw new Error(backup)
  expect(backup.rentals.map(({ token, history, download }) => ({ token, history, download }))).toEqual([
    { token: 'a', history: undefined, download: undefined },
    { token: 'b', history: undefined, download: undefined },
  ])
})

describe('restoring a backup', () => {
  test('on an empty board gives the same one, settings included', async () => {
    const { press, rentals, sort } = await choose(file)
    const words = withPlainSpaces((await dialog()).textContent ?? '')
    expect(words).toContain('Enregistrée le 23 novembre 2026')
    expect(words).toContain('2 à suivre')
    expect(rentals()).toEqual([])
    await press('Restaurer 2 locations')
    expect(rentals()).toEqual([saved[1], saved[0]])
    expect(sort()).toBe('cost')
  })

  test('merges into a list, and changes nothing of it unless asked', async () => {
    const { press, rentals, sort } = await choose(file, 'b')
    await dialog()
    expect(settings()).not.toBeChecked()
    await press('Restaurer 1 location')
    expect(rentals().map(({ token, name }) => [token, name])).toEqual([
      ['a', 'Oise'],
      ['b', undefined],
    ])
    expect(sort()).toBe('need')
  })

  test('says how many tags find no room', async () => {
    const tags = Array.from({ length: 62 }, (_, index) => `tag ${index}`)
    const rentalsIn = [{ ...saved[0], tags }]
    const { press, rentals } = await choose(JSON.stringify({ ...JSON.parse(file), rentals: rentalsIn }))
    expect(await dialog()).toHaveTextContent('50 étiquettes par location au plus : 12 laissées de côté')
    await press('Restaurer 1 location')
    expect(rentals()[0]?.tags).toEqual(tags.slice(0, 50))
  })

  test('brings no second spelling of a tag, nor a tag twice', async () => {
    const { tracked } = renderBoard(<BackupSettings />, french, 'own')
    tracked.edit('own', { tags: ['Été'] })
    const rentalsIn = [
      { ...saved[0], tags: ['ete', 'Mai', 'été'] },
      { ...saved[1], tags: ['mai'] },
    ]
    const text = JSON.stringify({ ...JSON.parse(file), rentals: rentalsIn })
    const user = userEvent.setup()
    await user.upload(screen.getByLabelText('Restaurer une sauvegarde…'), new File([text], 'backup.json'))
    await dialog()
    await user.click(screen.getByRole('button', { name: 'Restaurer 2 locations' }))
    const tags = [...tracked.state.getState().rentals.values()].map(({ tags }) => tags)
    expect(tags).toEqual([['Mai'], ['Été', 'Mai'], ['Été']])
  })

  test('takes names and settings over when asked', async () => {
    const { press, rentals, sort, user } = await choose(file, 'a', 'b')
    await dialog()
    await user.click(settings())
    await press('Mettre à jour 2 locations')
    expect(rentals().map(({ name, tags }) => [name, tags])).toEqual([
      ['Oise', ['mai']],
      ['Aisne', []],
    ])
    expect(sort()).toBe('cost')
  })

  test('takes the settings alone when nothing else is new', async () => {
    const { press, rentals, sort } = await choose(writeBackup([], choices, 0))
    await dialog()
    await press('Reprendre les réglages')
    expect(rentals()).toEqual([])
    expect(sort()).toBe('cost')
  })

  test('names the entries that cannot be read', async () => {
    const text = JSON.stringify({
      format: 'rental-board',
      version: 1,
      rentals: [{ token: 'a' }, { token: 'b c' }],
    })
    await choose(text)
    const words = withPlainSpaces((await dialog()).textContent ?? '')
    expect(words).toContain('1 à suivre, 1 refusée')
    expect(words).toContain('« {"token":"b c"} » : entrée illisible')
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  })

  test('does nothing when it is cancelled', async () => {
    const { press, rentals } = await choose(file)
    await dialog()
    await press('Annuler')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(rentals()).toEqual([])
  })

  test.each([
    ['Identifiant;Nom', 'Ce fichier n’est pas une sauvegarde : il est vide, coupé ou d’un autre type.'],
    ['{"token":"a"}', 'Ce fichier n’est pas une sauvegarde du suivi des locations.'],
    [
      '{"format":"rental-board","version":9,"rentals":[]}',
      'Cette sauvegarde vient d’une version plus récente : rechargez la page, puis réessayez.',
    ],
  ])('says what is wrong with %j', async (text, words) => {
    await choose(text)
    await waitFor(() => expect(withPlainSpaces(screen.getByRole('alert').textContent ?? '')).toBe(words))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })
})

test('a list that no board could restore is said to be so as it is saved', async () => {
  Object.assign(URL, { createObjectURL: () => 'blob:backup' })
  onTestFinished(() => void Reflect.deleteProperty(URL, 'createObjectURL'))
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  renderBoard(<BackupSettings />, french, ...Array.from({ length: 10_001 }, (_, i) => `t${i}`))
  await userEvent.setup().click(screen.getByRole('button', { name: 'Télécharger la sauvegarde' }))
  expect(withPlainSpaces(screen.getByRole('alert').textContent ?? '')).toContain('10 000 locations')
})
