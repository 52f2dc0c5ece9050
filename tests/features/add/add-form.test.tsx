import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { AddForm } from '../../../src/features/add/add-form.tsx'
import { renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { french } from '../../i18n/languages.ts'
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

const NEW = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'

/** The form on a board that follows one rental, and what a user does with it. */
function form() {
  const { tracked, toasts } = renderBoard(<AddForm />, french, 'followed')
  const user = userEvent.setup()
  const field = screen.getByRole('textbox', { name: 'Identifiants de location' })
  return {
    field,
    user,
    toast: () => toasts.getState().toasts.at(-1),
    followed: () => [...tracked.state.getState().rentals.keys()],
    follow: async (text: string) => {
      if (text !== '') await user.type(field, text)
      await user.click(screen.getByRole('button', { name: 'Suivre' }))
    },
  }
}

describe('the form', () => {
  test('follows a token, says so, and is ready for the next', async () => {
    const { field, follow, followed } = form()
    await follow(`  ${NEW} `)
    expect(followed()).toEqual(['followed', NEW])
    expect(screen.getByRole('status')).toHaveTextContent('1 location ajoutée')
    expect(field).toHaveValue('')
  })

  test('keeps what is typed while the code that reads a press is still on its way', async () => {
    const { field, followed } = form()
    fireEvent.change(field, { target: { value: NEW } })
    fireEvent.click(screen.getByRole('button', { name: 'Suivre' }))
    fireEvent.change(field, { target: { value: 'encore' } })
    await waitFor(() => expect(followed()).toEqual(['followed', NEW]))
    expect(field).toHaveValue('encore')
  })

  test('follows at the Enter key, and takes a line more at Shift and Enter', async () => {
    const { field, followed, user } = form()
    await user.type(field, `${NEW}{Shift>}{Enter}{/Shift}`)
    expect(followed()).toEqual(['followed'])
    await user.type(field, '{Enter}')
    expect(followed()).toEqual(['followed', NEW])
  })

  test('says that a token is already followed', async () => {
    const { follow, followed } = form()
    await follow('followed')
    expect(followed()).toEqual(['followed'])
    expect(screen.getByRole('status')).toHaveTextContent('1 déjà suivie')
    expect(screen.getByRole('link', { name: '1 déjà suivie' })).toHaveAttribute('href', '#/location/followed')
  })

  test('takes back what it added, and no longer says that it was', async () => {
    const { follow, followed, toast } = form()
    await follow(NEW)
    expect(toast()?.text).toBe('Location ajoutée au suivi')
    act(() => toast()?.action?.run())
    expect(followed()).toEqual(['followed'])
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  test('says that nothing was given', async () => {
    const { follow, followed } = form()
    await follow('')
    expect(followed()).toEqual(['followed'])
    expect(screen.getByRole('status')).toHaveTextContent('Collez d’abord au moins un identifiant.')
  })

  test('keeps a refused token in the field and says why', async () => {
    const { field, follow, followed, user } = form()
    await user.click(field)
    await user.paste('x'.repeat(129))
    await follow('')
    expect(followed()).toEqual(['followed'])
    expect(screen.getByRole('status')).toHaveTextContent(/1 refusée.*plus de 128 caractères/s)
    expect(field).toHaveValue('x'.repeat(129))
  })
})
