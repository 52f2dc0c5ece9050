import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { AddField } from '../../src/components/add/add-field.tsx'
import { AddForm } from '../../src/components/add/add-form.tsx'
import { soon } from '../../src/components/soon.ts'
import { statusHandlers } from '../../src/demo/handlers.ts'
import { network } from '../network.ts'
import { french } from './languages.ts'
import { patience, renderBoard } from './render-board.tsx'

beforeEach(() => network.use(...statusHandlers({ lookup: () => undefined })))

/** The form whose code comes when the test says so. */
function earlyForm(...tokens: readonly string[]) {
  let come = () => {}
  const code = new Promise<typeof AddForm>(resolve => {
    come = () => resolve(AddForm)
  })
  const Form = soon(() => code, AddField)
  const { tracked } = renderBoard(<Form />, french, ...tokens)
  return { come, followed: () => [...tracked.state.getState().rentals.keys()] }
}

const field = () => screen.getByRole('textbox', { name: 'Identifiants de location' })

test.each([
  ['an empty board has the focus, also once the form is there', [], true],
  ['a board with rentals leaves the focus to the user', ['a'], false],
])('the field of %s', async (_, tokens, isFocused) => {
  const { come } = earlyForm(...tokens)
  expect(document.activeElement === field()).toBe(isFocused)
  const early = field()
  come()
  await vi.waitFor(() => expect(field()).not.toBe(early), patience)
  expect(document.activeElement === field()).toBe(isFocused)
})

test('what is typed before the form is there stays, with the focus', async () => {
  const { come, followed } = earlyForm()
  await userEvent.type(field(), 'abc')
  const early = field()
  come()
  await vi.waitFor(() => expect(field()).not.toBe(early), patience)
  expect(field()).toHaveValue('abc')
  expect(field()).toHaveFocus()
  expect(followed()).toEqual([])
})

test.each([
  ['at the button', () => userEvent.click(screen.getByRole('button', { name: 'Suivre' }))],
  [
    'at the button that goes before it is released',
    () => userEvent.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button', { name: 'Suivre' }) }),
  ],
  ['at the Enter key', () => userEvent.keyboard('{Enter}')],
])('what is sent off early is followed once the form is there: %s', async (_, send) => {
  const { come, followed } = earlyForm()
  await userEvent.type(field(), 'abc')
  await send()
  come()
  await vi.waitFor(() => expect(followed()).toEqual(['abc']), patience)
  expect(field()).toHaveValue('')
})

test('what is pasted early is previewed once the form is there', async () => {
  const { come, followed } = earlyForm()
  await userEvent.click(field())
  await userEvent.paste('abc\ndef')
  come()
  expect(await screen.findByRole('button', { name: /Suivre 2 locations/ }, patience)).toBeVisible()
  expect(followed()).toEqual([])
})
