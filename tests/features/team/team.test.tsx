import { screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { TeamSession } from '../../../src/app/background.tsx'
import { PastePreview } from '../../../src/features/add/paste-preview.tsx'
import { TokenEditor } from '../../../src/features/detail/name-editors.tsx'
import { TeamPart } from '../../../src/features/detail/team-part.tsx'
import { ConfirmStep } from '../../../src/features/download/download-steps.tsx'
import { Toasts } from '../../../src/features/notifications/toasts.tsx'
import { TeamBanners } from '../../../src/features/team/team-banners.tsx'
import { TeamSettings } from '../../../src/features/team/team-settings.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'
import { createFakeTeamServer, type FakeTeamServer } from '../../team/fake-team-server.ts'
import { until } from '../../team/open-board.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: FakeTeamServer

function serve(teamList: boolean) {
  server = createFakeTeamServer()
  server.time = Date.now()
  network.use(
    http.get('/config.json', () => HttpResponse.json({ serverKey: true, teamList })),
    ...server.handlers,
    ...statusHandlers({ lookup: () => undefined }),
  )
}

beforeEach(() => serve(true))

/** A colleague's board writes the file of a rental. */
function write(token: string, fields: object) {
  const stamp = { at: server.time, by: '0123456789ab Ben' }
  const common = { v: 1, token, added: { ...stamp, place: 0 }, tags: {}, seen: {}, fetched: [] }
  const text = JSON.stringify({ ...common, tracked: { value: true, ...stamp }, ...fields })
  server.files.set(`${token}.json`, { text, at: server.time })
}

function open(part: ReactNode, ...tokens: readonly string[]) {
  const board = renderBoard(
    <>
      <TeamSession />
      <TeamBanners />
      {part}
    </>,
    french,
    ...tokens,
  )
  const user = userEvent.setup()
  return {
    ...board,
    user,
    press: async (name: string) => user.click(await screen.findByRole('button', { name })),
  }
}

const said = () => withPlainSpaces(document.body.textContent ?? '')

test('a browser with rentals of its own is asked once, and shares them', async () => {
  const { press } = open(null, 'a', 'b')
  await until(() => expect(said()).toContain('Ajouter vos 2 locations à la liste de l’équipe ?'))
  expect(server.files.size).toBe(0)
  await press('Ajouter')
  await until(() => expect(server.files.size).toBe(2))
  expect(said()).toBe('')
})

test('or keeps them, and may still share one', async () => {
  const { press } = open(<TeamPart token="a" />, 'a')
  await press('Garder dans ce navigateur')
  await until(() => expect(said()).toContain('Seulement dans ce navigateur.'))
  expect(said()).not.toContain('Ajouter votre location')
  await press('Ajouter à la liste de l’équipe')
  await until(() => expect(server.files.size).toBe(1))
})

async function correct(user: UserEvent, token: string) {
  const field = screen.getByRole('textbox', { name: 'Identifiant' })
  await user.clear(field)
  await user.type(field, `${token}{Enter}`)
}

test('a rental that stays in this browser does so with its token corrected', async () => {
  const { press, user, tracked, team } = open(<TokenEditor token="a" onLeave={() => undefined} />, 'a')
  await press('Garder dans ce navigateur')
  await correct(user, 'right')
  expect([...tracked.state.getState().rentals.keys()]).toEqual(['right'])
  await until(() => expect(team.getState().team?.state.getState().kept).toContain('right'))
  expect(team.getState().team?.state.getState().waiting).toBe(0)
  expect(server.files.size).toBe(0)
})

test('who takes care of a rental does so with its token corrected', async () => {
  write('a', { care: { value: 'Ben', at: server.time, by: '0123456789ab Ben' } })
  const { user, tracked } = open(<TokenEditor token="a" onLeave={() => undefined} />)
  await until(() => expect(tracked.state.getState().rentals.size).toBe(1))
  await correct(user, 'right')
  await until(() => expect(server.file('right')).toMatchObject({ care: { value: 'Ben' } }))
})

test('a person’s name is typed once, and says who takes care', async () => {
  write('a', {})
  const { press, user } = open(
    <>
      <TeamPart token="a" />
      <TeamSettings />
    </>,
  )
  await press('Je m’en occupe')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: 'Je m’en occupe' })).toHaveFocus()
  await press('Je m’en occupe')
  await user.type(
    await screen.findByRole('textbox', { name: 'Votre nom, pour vos collègues' }),
    'Anne{Enter}',
  )
  await until(() => expect(said()).toContain('Vous vous en occupez.'))
  await until(() => expect(server.file('a')).toMatchObject({ care: { value: 'Anne' } }))
  expect(screen.getByRole('textbox', { name: 'Votre nom dans l’équipe' })).toHaveValue('Anne')
  expect(screen.getByRole('button', { name: 'Je ne m’en occupe plus' })).toHaveFocus()
  await press('Je ne m’en occupe plus')
  await press('Je m’en occupe')
  await until(() => expect(said()).toContain('Vous vous en occupez.'))
})

test('a colleague who takes care is named, and whose change came later, too', async () => {
  write('a', {})
  const { tracked } = open(
    <>
      <TeamPart token="a" />
      <Toasts />
    </>,
  )
  await until(() => expect(tracked.state.getState().rentals.has('a')).toBe(true))
  tracked.edit('a', { name: 'Oise' })
  await until(() => expect(server.file('a')).toMatchObject({ name: { value: 'Oise' } }))
  const later = { at: Date.now() + 60_000, by: '0123456789ab Ben' }
  server.time += 5_000
  write('a', { name: { value: 'Aisne', ...later }, care: { value: 'Ben', ...later } })
  await until(() => expect(said()).toContain('Ben a changé après vous le nom de « Oise »'))
  expect(said()).toContain('Ben s’en occupe.')
})

test('a rental whose token is too long for the name of a file stays in this browser, and says so', async () => {
  const long = 'é'.repeat(50)
  open(<TeamPart token={long} />, long)
  await until(() => expect(said()).toBe('Seulement dans ce navigateur.'))
  expect(server.files.size).toBe(0)
})

test('who added a rental, and who has its file, is said', async () => {
  const fetched = [{ at: Date.UTC(2026, 10, 23, 12), by: '0123456789ab Zoé' }]
  write('a', { fetched })
  open(<TeamPart token="a" />)
  await until(() => expect(said()).toContain('Ajoutée par Ben le'))
  expect(said()).toContain('Fichier récupéré par Zoé le 23 nov')
})

test('who is about to fetch a file hears that a colleague has it', async () => {
  write('a', { fetched: [{ at: Date.UTC(2026, 10, 23, 12), by: '0123456789ab Ben' }] })
  open(<ConfirmStep token="a" earlier={undefined} onStart={vi.fn()} onClose={vi.fn()} />)
  await until(() => expect(said()).toContain('Ben a déjà récupéré ce fichier le'))
  expect(screen.getByRole('button', { name: 'Télécharger quand même' })).toBeVisible()
})

test('what a link or a backup brings may stay in this browser', async () => {
  const incoming = { added: [{ token: 'a' }], present: [], refused: [], ignored: [] }
  const { press, user, tracked } = open(
    <PastePreview
      incoming={incoming}
      confirmWords={() => 'Suivre'}
      onTake={() => tracked.add(incoming.added)}
      onCancel={vi.fn()}
    />,
  )
  await user.click(await screen.findByRole('checkbox', { name: /Seulement dans la liste de ce navigateur/ }))
  await press('Suivre')
  tracked.add([{ token: 'b' }])
  await until(() => expect([...server.files.keys()]).toEqual(['b.json']))
})

test('a server that is gone is said, with what waits', async () => {
  write('a', {})
  const { tracked } = open(null)
  await until(() => expect(tracked.state.getState().rentals.has('a')).toBe(true))
  server.mode = 'down'
  tracked.edit('a', { name: 'Oise' })
  await until(() => expect(said()).toContain('La liste de l’équipe est injoignable1 changement attend'))
  server.mode = 'well'
  await until(() => expect(said()).toBe(''))
})

test('without a team’s list the settings say whose it is, and nothing is asked of it', async () => {
  serve(false)
  open(
    <>
      <TeamPart token="a" />
      <TeamSettings />
    </>,
    'a',
  )
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(said()).toMatch(/^Liste de ce navigateur/)
  expect(server.requests).toEqual([])
})
