import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StatusReply } from '../../../src/demo/status-reply.ts'
import { exportCsv } from '../../../src/features/export/export-csv.ts'
import { RentalList } from '../../../src/features/list/rental-list.tsx'
import type { I18n } from '../../../src/i18n/i18n.ts'
import { sample } from '../../api/samples.ts'
import { findRow, renderBoard } from '../../board/render-board.tsx'
import { statusHandlers } from '../../fake-provider/handlers.ts'
import { readCsv } from '../../format/read-csv.ts'
import { english, french } from '../../i18n/languages.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'
import { network } from '../../network.ts'

vi.setConfig({ testTimeout: 30_000 })

const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'

const bare: StatusReply = { success: true, token: 'x', status: 1 }
const shortOf: StatusReply = {
  success: true,
  token: 'short',
  status: 2,
  location: {
    sexe: 'autre',
    zipcode: '02200,60200',
    details_localisation: [
      { Type: 'cp', Location: '02200', VolumeDesired: 12, Volume: 5 },
      { Type: 'cp', Location: '60200', VolumeDesired: 8, Volume: 900 },
    ],
    cost: { quantity: 20, total: '2.00', cost_unity: '0.090' },
  },
}

beforeEach(() => {
  const replies = new Map<string, StatusReply>([
    [token, JSON.parse(sample('status-reply', 'json'))],
    ['123456789012', bare],
    ['short', shortOf],
  ])
  network.use(...statusHandlers({ lookup: asked => replies.get(asked) }))
})

/** The exported table as a parser reads it: each rental by the names of the columns. */
async function exported(text: I18n, tokens: readonly string[]) {
  const board = renderBoard(<RentalList />, text, token, '123456789012', 'short', 'gone')
  board.tracked.edit(token, { name: '=HYPERLINK("http://a.fr";"Oise")', tags: ['mai', '+33'] })
  await findRow(token, 'downloaded')
  await findRow('short', 'ready')
  await findRow('gone', 'not-found')
  const [head = [], ...rows] = readCsv(exportCsv(board, text, tokens).slice(1))
  return rows.map(row => Object.fromEntries(head.map((name, at) => [name, withPlainSpaces(row[at] ?? '')])))
}

describe('the exported table', () => {
  test('tells every field of the provider’s sample, numbers bare, formulas inert', async () => {
    const [row] = await exported(french, [token])
    expect(row).toMatchObject({
      Identifiant: token,
      Nom: '\'=HYPERLINK("http://a.fr";"Oise")',
      Étiquettes: 'mai, +33',
      Statut: 'Téléchargée',
      'Statut reçu': 'File downloaded by user from api',
      'Dernière erreur': '',
      Sexe: 'Femmes',
      'Âge minimum': '31',
      'Âge maximum': '49',
      'Codes postaux': '60200',
      Départements: '',
      'Catégorie (code)': '103',
      Catégorie: 'CSP−',
      'Intérêt (code)': '12',
      'Lieux (souhaités / disponibles)': '60200 (10 / 266)',
      'Contacts souhaités': '10',
      'Contacts disponibles': '266',
      'Contacts manquants': '0',
      'Contacts commandés': '10',
      'Prix unitaire (€)': '0,090',
      'Coût total (€)': '0,900',
      'Numéros dans le fichier': '10',
      Remarques: '',
    })
    const moments = [
      'Dans ce statut depuis (au plus tard)',
      'Dernière vérification',
      'Dernière réponse',
      'Suivie depuis',
    ]
    for (const name of moments) expect(row?.[name]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  })

  test('keeps the order that it is given, and leaves out what is no longer followed', async () => {
    const rows = await exported(french, ['short', 'never followed', token])
    expect(rows.map(({ Identifiant }) => Identifiant)).toEqual(['short', token])
  })

  test('leaves empty what did not arrive', async () => {
    const [row] = await exported(french, ['123456789012'])
    const filled = Object.entries(row ?? {}).filter(([, cell]) => cell !== '')
    expect(Object.fromEntries(filled)).toMatchObject({
      Identifiant: "'123456789012",
      Statut: 'En création',
      'Statut reçu': '1',
    })
    expect(filled).toHaveLength(7)
  })

  test('keeps postcodes whole, and tells what is missing and odd', async () => {
    const [row] = await exported(french, ['short'])
    expect(row).toMatchObject({
      Sexe: 'autre',
      'Codes postaux': "'02200, 60200",
      'Lieux (souhaités / disponibles)': '02200 (12 / 5), 60200 (8 / 900)',
      'Contacts manquants': '7',
      Remarques: 'Le total ne correspond pas à la quantité × le prix unitaire.',
    })
  })

  test('tells why a check failed', async () => {
    const [row] = await exported(french, ['gone'])
    expect(row).toMatchObject({ Statut: 'Introuvable', 'Dernière réponse': '', Sexe: '' })
    expect(row?.['Dernière erreur']).toMatch(/^SMS Partner répond : .+\(code 32\)$/)
  })

  test('has English words and decimal points in English', async () => {
    const [row] = await exported(english, [token])
    expect(row).toMatchObject({ Token: token, Status: 'Downloaded', Sex: 'Women', 'Total cost (€)': '0.900' })
  })
})
