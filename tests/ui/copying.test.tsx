import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DetailActions } from '../../src/features/detail/detail-actions.tsx'
import { RawReply } from '../../src/features/detail/technical-section.tsx'
import { Toasts } from '../../src/features/notifications/toasts.tsx'
import { summarise } from '../../src/rentals/summary.ts'
import { renderBoard } from '../board/render-board.tsx'
import { statusHandlers } from '../fake-provider/handlers.ts'
import { french } from '../i18n/languages.ts'
import { network } from '../network.ts'
import { rentalWith } from '../rentals/samples.ts'

// Roles are looked up in the whole page, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

const rental = rentalWith({
  status: 'generating',
  targeting: { sex: 'women', zipcodes: [], departments: [] },
  cost: { quantity: 10 },
})
const sentence = '10 femmes'
const raw = '{\n  "success": true\n}'

beforeEach(() => network.use(...statusHandlers({ lookup: () => undefined })))
afterEach(() => getSelection()?.removeAllRanges())

function open() {
  const user = userEvent.setup()
  renderBoard(
    <>
      <RawReply raw={raw} />
      <DetailActions summary={summarise('jeton', rental)} onRename={() => undefined} />
      <Toasts />
    </>,
    french,
    'jeton',
  )
  return user
}

async function press(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(screen.getByRole('button', { name: 'Autres actions' }))
  await user.click(screen.getByRole('button', { name }))
}

describe('copying', () => {
  test.each([
    ['Copier l’identifiant', 'jeton', 'Identifiant copié'],
    ['Copier le résumé', sentence, 'Résumé copié'],
    ['Copier la réponse', raw, 'Réponse copiée'],
  ])('«%s» does, and says so', async (name, words, said) => {
    const user = open()
    await press(user, name)
    expect(await screen.findByText(said)).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe(words)
  })
})

test('of a reply of 30,000 characters the first 20,000 are shown, and that is said', () => {
  renderBoard(<RawReply raw={'x'.repeat(30_000)} />, french)
  expect(screen.getByText(/^x+$/).textContent).toHaveLength(20_000)
  expect(screen.getByText(/^Seuls les 20\s000 premiers caractères sont affichés/)).toBeVisible()
})

describe('where the browser has no clipboard to offer', () => {
  const refusal = /copiez-le vous-même/

  test.each([
    ['Copier l’identifiant', 'jeton'],
    ['Copier le résumé', sentence],
  ])('«%s» selects the words in a field, and says how', async (name, words) => {
    const user = open()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
    await press(user, name)
    expect(await screen.findByText(refusal)).toBeVisible()
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'À copier à la main' })
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(words)
  })

  test('«Copier la réponse» selects the reply itself', async () => {
    const user = open()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
    await press(user, 'Copier la réponse')
    expect(await screen.findByText(refusal)).toBeVisible()
    expect(getSelection()?.toString()).toBe(raw)
  })
})
