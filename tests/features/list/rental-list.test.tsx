import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import { sample } from '../../api/samples.ts'
import { findRow, patience, renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { english, french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'

/** The board's server, which knows one rental: the provider's sample. */
beforeEach(() => {
  const reply = JSON.parse(sample('status-reply', 'json'))
  network.use(...statusHandlers({ lookup: asked => (asked === token ? reply : undefined) }))
})

function wordsOf(row: HTMLElement): string {
  return withPlainSpaces(row.textContent ?? '')
}

describe('the row of the provider’s sample', () => {
  test.each([
    [
      french,
      'Téléchargée',
      'Femmes, 31 à 49 ans',
      'CSP−, intérêt 12',
      '10 souhaités, 266 disponibles',
      '0,90 €',
      '10 × 0,090 €',
      '10 numéros',
    ],
    [
      english,
      'Downloaded',
      'Women, 31 to 49 years',
      'CSP−, interest 12',
      '10 wanted, 266 available',
      '€0.90',
      '10 × €0.090',
      '10 numbers',
    ],
  ])('says each of its fields (%#)', async (text, ...fields) => {
    renderBoard(<RentalList />, text, token)
    const words = wordsOf(await findRow(token, 'downloaded'))
    for (const field of [...fields, 'b22b841a…cecfdb', '60200']) expect(words).toContain(field)
  })

  test('is the same of the XML reply', async () => {
    network.use(http.get('/api/location/status', () => new HttpResponse(sample('status-reply', 'xml'))))
    renderBoard(<RentalList />, french, token)
    const words = wordsOf(await findRow(token, 'downloaded'))
    for (const field of ['Femmes, 31 à 49 ans', '10 × 0,090 €', '10 numéros']) expect(words).toContain(field)
  })
})

describe('a row without a good reply', () => {
  test('of a rental that does not exist says so in the provider’s words', async () => {
    renderBoard(<RentalList />, french, 'gone')
    const words = wordsOf(await findRow('gone', 'not-found'))
    expect(words).toContain('Introuvable')
    expect(words).toContain('Location introuvable')
  })

  test('says what is wrong', async () => {
    network.use(http.get('/api/location/status', () => new HttpResponse('', { status: 502 })))
    renderBoard(<RentalList />, french, token)
    expect(wordsOf(await findRow(token, 'error'))).toContain('erreur HTTP 502')
  })

  test('is still pending after an error of the account, which is the board’s', async () => {
    network.use(http.get('/api/location/status', () => new HttpResponse(sample('error-reply', 'json'))))
    const board = renderBoard(<RentalList />, french, token)
    const blocked = { phase: 'blocked', code: 10 }
    await vi.waitFor(() => expect(board.poller.status.getState()).toMatchObject(blocked), patience)
    expect(wordsOf(await findRow(token, 'pending'))).not.toContain('Clé API')
  })
})

test('a check that fails keeps the last data, marked stale', async () => {
  const board = renderBoard(<RentalList />, french, token)
  const row = await findRow(token, 'downloaded')
  expect(row).not.toHaveAttribute('data-stale')
  network.use(http.get('/api/location/status', () => new HttpResponse('', { status: 502 })))
  board.poller.refresh(token)
  await vi.waitFor(() => expect(row).toHaveAttribute('data-stale'), patience)
  expect(row).toHaveAttribute('data-status', 'downloaded')
  expect(wordsOf(row)).toContain('Femmes, 31 à 49 ans')
})

test('every rental is a row, under the heading of its group', async () => {
  renderBoard(<RentalList />, french, 'gone', token)
  await findRow(token, 'downloaded')
  await findRow('gone', 'not-found')
  const list = withPlainSpaces(document.body.textContent ?? '')
  expect(list).toMatch(/À voir, 1.*Introuvable.*Terminées, 1.*Téléchargée/s)
})
