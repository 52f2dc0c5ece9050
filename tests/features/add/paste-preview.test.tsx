import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { AddForm } from '../../../src/features/add/add-form.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

vi.setConfig({ testTimeout: 30_000 })

// Loaded ahead, as the page does after its first paint.
beforeAll(() =>
  Promise.all([
    import('../../../src/features/add/parse-paste.ts'),
    import('../../../src/features/add/paste-result.tsx'),
  ]),
)
beforeEach(() => network.use(...statusHandlers({ lookup: () => undefined })))

const COMPIEGNE = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const LILLE = '7fd1c20b6a1f4d0d9b3f1c5e8a7d6b5c4391ab4e'

/** The form on a board that follows Lille without a name, and what a user does with it. */
function form() {
  const { tracked, view } = renderBoard(<AddForm />, french, LILLE)
  const user = userEvent.setup()
  const field = screen.getByRole('textbox', { name: 'Identifiants de location' })
  return {
    field,
    user,
    query: () => view.state.getState().query,
    nameOf: (token: string) => tracked.state.getState().rentals.get(token)?.name,
    followed: () => [...tracked.state.getState().rentals.keys()],
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    async paste(text: string) {
      await user.click(field)
      await user.paste(text)
    },
  }
}

const preview = () => screen.findByRole('region', { name: 'Aperçu avant le suivi' })
const noPreview = () => expect(screen.queryByRole('region')).not.toBeInTheDocument()
const said = () => withPlainSpaces(screen.getByRole('status').textContent ?? '')

/** What stands under one of the headings of the preview. */
function listed(heading: string | RegExp) {
  const items = screen.getByText(heading, { selector: 'h3' }).nextElementSibling?.children ?? []
  return Array.from(items, ({ textContent }) => withPlainSpaces(textContent ?? ''))
}

describe('the preview of a paste', () => {
  test('comes by itself, says what would happen, and does nothing before it is confirmed', async () => {
    const { field, followed, nameOf, paste, press } = form()
    await paste(`${COMPIEGNE}, Ouverture Compiègne\n${LILLE}\nalpha`)
    await preview()
    expect(said()).toBe('1 à suivre, 1 déjà suivie, 1 mot ignoré')
    expect(screen.getByRole('list', { name: 'À suivre, 1' })).toBeVisible()
    expect(listed('À suivre, 1')).toEqual(['Ouverture Compiègneb22b841a…cecfdb'])
    expect(listed('Déjà suivies, 1')).toEqual(['7fd1c20b…91ab4e'])
    expect(followed()).toEqual([LILLE])

    await press('Suivre 1 location')
    expect(followed()).toEqual([LILLE, COMPIEGNE])
    expect(nameOf(COMPIEGNE)).toBe('Ouverture Compiègne')
    noPreview()
    expect(said()).toBe('1 location ajoutée, 1 déjà suivie')
    expect(field).toHaveValue('')
  })

  test('tells, before and after, of other names, of names that were cut, and of words ignored', async () => {
    const { paste, press, nameOf } = form()
    const long = `Ouverture ${'e'.repeat(130)}`
    await paste(`token;nom;note\n${COMPIEGNE};${long};urgent\n${COMPIEGNE};Autre nom;\n${LILLE};Lille;`)
    await preview()
    for (const isAfter of [false, true]) {
      if (isAfter) await press('Suivre 1 location')
      const told = screen
        .getAllByRole('group')
        .map(note => [...note.children].map(({ textContent }) => withPlainSpaces(textContent ?? '')))
      expect(told.slice(0, 3)).toEqual([
        [
          '1 doublon sous un autre nom',
          `« ${nameOf(COMPIEGNE) ?? long.slice(0, 120)} », aussi nommée « Autre nom »`,
        ],
        ['1 nom coupé à 120 caractères', long],
        ['1 mot ignoré', 'urgent'],
      ])
    }
  })

  test('says how identifiers differ from the provider’s, and what is refused', async () => {
    const { field, paste, press } = form()
    await paste(`alpha\n${'z'.repeat(40)}\n${'x'.repeat(129)}`)
    await preview()
    expect(listed('À suivre, 2')).toEqual([
      'alpha5 caractères : un identifiant en a d’ordinaire 40',
      'zzzzzzzz…zzzzzzun identifiant n’a d’ordinaire que des chiffres et des lettres de a à f',
    ])
    expect(listed('Refusées, 1')).toEqual([`« ${'x'.repeat(40)}… » : plus de 128 caractères`])
    await press('Suivre 2 locations')
    expect(said()).toMatch(/^2 locations ajoutées, 1 refusée/)
    expect(field).toHaveValue('x'.repeat(129))
  })

  test.each(['coucou', 'où en est Compiègne'])('offers «%s» as a search', async words => {
    const { followed, paste, query, user } = form()
    await paste(words)
    await preview()
    await user.click(screen.getByRole('button', { name: /^Rechercher/ }))
    expect(query()).toBe(words)
    noPreview()
    expect(followed()).toEqual([LILLE])
  })

  test('opens the list of a share link, also within a sentence', async () => {
    const { paste } = form()
    await paste('Voici ma liste (https://tableau.example/#/partage/zAbC-_9), à demain')
    await preview()
    await waitFor(() => expect(location.hash).toBe('#/partage/zAbC-_9'))
  })

  test('is confirmed by Enter twice: the first takes the focus to the button', async () => {
    const { followed, paste, user } = form()
    await paste('alpha\nbeta')
    await preview()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: 'Suivre 2 locations' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(followed()).toEqual([LILLE, 'alpha', 'beta'])
  })

  test.each(['Annuler', 'Escape'])('goes away by %s, and leaves the text in the field', async way => {
    const { field, followed, paste, press, user } = form()
    await paste('alpha\nbeta')
    await preview()
    await (way === 'Escape' ? user.keyboard('{Escape}') : press(way))
    noPreview()
    expect(field).toHaveValue('alpha\nbeta')
    expect(field).toHaveFocus()
    expect(followed()).toEqual([LILLE])
  })

  test('follows what is typed on, and goes once one bare token is left', async () => {
    const { field, paste, user } = form()
    await paste('alpha, beta')
    await preview()
    await user.keyboard(', gamma')
    expect(said()).toBe('3 à suivre')
    await user.clear(field)
    await paste(COMPIEGNE)
    noPreview()
  })

  test('says how many words of an e-mail it passes over', async () => {
    const { paste } = form()
    await paste(`Bonjour,\nvoici la location ${COMPIEGNE}.\nBonne journée`)
    await preview()
    expect(said()).toBe('1 à suivre, 6 mots ignorés')
  })

  test('offers the names of rentals that are followed already', async () => {
    const { nameOf, paste, press, user } = form()
    await paste(`${LILLE}, Soldes Lille\n${COMPIEGNE}`)
    await preview()
    expect(listed('Déjà suivies, 1')).toEqual(['7fd1c20b…91ab4e→devientSoldes Lille'])
    const box = screen.getByRole('checkbox', {
      name: 'Reprendre aussi le nom et les étiquettes de 1 location déjà suivie',
    })
    expect(box).not.toBeChecked()
    await user.click(box)
    await press('Suivre 1 location')
    expect(nameOf(LILLE)).toBe('Soldes Lille')
  })

  test('leaves the names as they are without being asked', async () => {
    const { nameOf, paste, press } = form()
    await paste(`${LILLE}, Soldes Lille\n${COMPIEGNE}`)
    await preview()
    await press('Suivre 1 location')
    expect(nameOf(LILLE)).toBeUndefined()
  })

  test('takes the names at once where nothing else is new', async () => {
    const { nameOf, paste, press } = form()
    await paste(`${LILLE}, Soldes Lille`)
    await preview()
    await press('Mettre à jour 1 location')
    expect(nameOf(LILLE)).toBe('Soldes Lille')
    expect(said()).toBe('1 location mise à jour')
  })

  test('has nothing to confirm where nothing would change', async () => {
    const { paste } = form()
    await paste(`${LILLE} merci`)
    await preview()
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Annuler'])
  })

  test('of 1,000 tokens lists a hundred and counts the others', async () => {
    const { paste } = form()
    await paste(Array.from({ length: 1_000 }, (_, index) => `location-${index}`).join('\n'))
    expect(withPlainSpaces((await preview()).textContent ?? '')).toContain('et 900 autres')
    expect(listed(/^À suivre/)).toHaveLength(100)
    expect(said()).toBe('1 000 à suivre')
  })
})

test('JSON without a token says that none was recognised', async () => {
  const { followed, paste, press } = form()
  await paste('{"success":false,"code":10}')
  await press('Suivre')
  expect(said()).toBe('Aucun identifiant de location reconnu dans ce texte.')
  expect(followed()).toEqual([LILLE])
})
