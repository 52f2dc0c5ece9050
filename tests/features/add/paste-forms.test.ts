import { describe, expect, test } from 'vitest'
import { parsePaste } from '../../../src/features/add/parse-paste.ts'

const COMPIEGNE = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const LILLE = '7fd1c20b6a1f4d0d9b3f1c5e8a7d6b5c4391ab4e'
const NANTES = 'e0a95f77aa11bb22cc33dd44ee55ff6600c02d38'

/** «token = name» for each rental, and the number of words ignored. */
function readingOf(text: string) {
  const { added, refused, ignored } = parsePaste(text, () => false)
  expect(refused).toEqual([])
  return {
    rentals: added.map(({ token, name }) => (name ? `${token} = ${name}` : token)),
    ignored: ignored.length,
  }
}

const both = [`${COMPIEGNE} = Ouverture Compiègne`, `${LILLE} = Soldes d’été Lille`]

describe('names are read from', () => {
  test.each([
    ['a comma', `${COMPIEGNE}, Ouverture Compiègne\n${LILLE}, Soldes d’été Lille`],
    ['a semicolon', `${COMPIEGNE} ; Ouverture Compiègne\n${LILLE};Soldes d’été Lille`],
    ['a tab', `${COMPIEGNE}\tOuverture Compiègne\r\n${LILLE}\tSoldes d’été Lille\r\n`],
    ['a colon', `${COMPIEGNE} : Ouverture Compiègne\n${LILLE}\u00a0: Soldes d’été Lille`],
    ['a dash', `${COMPIEGNE} – Ouverture Compiègne\n${LILLE} - Soldes d’été Lille`],
    ['bullets', `- ${COMPIEGNE}, Ouverture Compiègne\n- ${LILLE}, Soldes d’été Lille`],
    ['a numbered list', `1. ${COMPIEGNE}, Ouverture Compiègne\n2) ${LILLE}, Soldes d’été Lille`],
    ['quotation marks', `"${COMPIEGNE}";"Ouverture Compiègne"\n"${LILLE}";"Soldes d’été Lille"`],
    ['a different delimiter a line', `${COMPIEGNE}, Ouverture Compiègne\n${LILLE};Soldes d’été Lille`],
    ['a column to the left', `Ouverture Compiègne\t${COMPIEGNE}\nSoldes d’été Lille\t${LILLE}`],
    ['a column to the left, by semicolons', `Ouverture Compiègne;${COMPIEGNE}\nSoldes d’été Lille;${LILLE}`],
    [
      'columns with headings',
      `Nom;Identifiant\nOuverture Compiègne;${COMPIEGNE}\nSoldes d’été Lille;${LILLE}`,
    ],
    [
      'JSON',
      JSON.stringify([
        { token: COMPIEGNE, nom: 'Ouverture Compiègne' },
        { name: 'Soldes d’été Lille', token: LILLE },
      ]),
    ],
  ])('%s', (_, text) => {
    expect(readingOf(text)).toEqual({ rentals: both, ignored: 0 })
  })

  test.each([
    ['oui', 'non'],
    ['12,00 EUR', '8,50 €'],
  ])('the column to the left of answers and amounts: %s', (first, second) => {
    const head = 'Opération\tToken\tFacturé'
    const rows = [`Ouverture Compiègne\t${COMPIEGNE}\t${first}`, `Soldes d’été Lille\t${LILLE}\t${second}`]
    expect(readingOf([head, ...rows].join('\n')).rentals).toEqual(both)
  })

  test.each([
    ['commas within the name', `${COMPIEGNE}, Lille, Roubaix`, `${COMPIEGNE} = Lille, Roubaix`],
    ['a single word', `${COMPIEGNE}, Compiègne`, `${COMPIEGNE} = Compiègne`],
    ['digits within the name', `${COMPIEGNE}; Lot 3 du 12/11`, `${COMPIEGNE} = Lot 3 du 12/11`],
    ['a token that is not the provider’s', 'location-12, Ouverture', 'location-12 = Ouverture'],
    ['doubled quotation marks', `"${COMPIEGNE}";"dit ""l’Oise"""`, `${COMPIEGNE} = dit "l’Oise"`],
    [
      'white space of all kinds',
      `${COMPIEGNE}\t  Ouverture\u00a0 de\u202f Compiègne `,
      `${COMPIEGNE} = Ouverture de Compiègne`,
    ],
    [
      '130 letters, of which 120 stay',
      `${COMPIEGNE}, ${'é'.repeat(130)}`,
      `${COMPIEGNE} = ${'é'.repeat(120)}`,
    ],
    [
      'lines within quotation marks',
      `Token,Nom\n${COMPIEGNE},"Ouverture\nde Compiègne"`,
      `${COMPIEGNE} = Ouverture de Compiègne`,
    ],
  ])('%s', (_, text, rental) => {
    expect(readingOf(text)).toEqual({ rentals: [rental], ignored: 0 })
  })

  test('the first line that gives one', () => {
    expect(readingOf(`${COMPIEGNE}\n${COMPIEGNE}, Oise\n${COMPIEGNE}, Aisne`).rentals).toEqual([
      `${COMPIEGNE} = Oise`,
    ])
  })

  test('the lines that hold the provider’s tokens, and no other line counts', () => {
    const text = `${COMPIEGNE}, Ouverture Compiègne\nalpha\n${LILLE}\n${'x'.repeat(129)}`
    const { added, refused, ignored } = parsePaste(text, () => false)
    expect(added.map(({ token }) => token)).toEqual([COMPIEGNE, LILLE])
    expect(refused).toEqual([])
    expect(ignored).toHaveLength(2)
  })

  test('beside those already followed', () => {
    const { present } = parsePaste(`${COMPIEGNE}, Oise\n${LILLE}`, () => true)
    expect(present).toEqual([{ token: COMPIEGNE, name: 'Oise' }, { token: LILLE }])
  })
})

describe('what stands alone is a token:', () => {
  test.each<[string, string, readonly string[]]>([
    ['identifiers parted by commas', 'location-1, location-2', ['location-1', 'location-2']],
    [
      'identifiers in two columns',
      'location-1\tlocation-2\nlocation-3\tlocation-4',
      ['location-1', 'location-2', 'location-3', 'location-4'],
    ],
    ['an identifier beside digits', 'location-1, 60200', ['location-1', '60200']],
    ['words that are no identifiers', 'abc, xyz', ['abc', 'xyz']],
    ['words of letters on their own lines', 'alpha\nbeta', ['alpha', 'beta']],
    ['telephone numbers and dates, which look like none', '0612345678, Marie', ['0612345678', 'Marie']],
  ])('%s', (_, text, tokens) => {
    expect(readingOf(text)).toEqual({ rentals: tokens, ignored: 0 })
  })
})

describe('an e-mail', () => {
  test('gives its identifiers, with the names that stand beside them', () => {
    const text = `Bonjour Marie,

Voici les locations du 23/11/2026 (réf. CMD-20261123), comme convenu :

  - ${COMPIEGNE}, Ouverture Compiègne
  - ${LILLE} : Soldes d’été Lille

et la dernière, « ${NANTES} ».

Bonne journée,
Paul, 06 12 34 56 78`
    expect(readingOf(text)).toEqual({ rentals: [...both, NANTES], ignored: 22 })
  })

  test('gives identifiers that are not the provider’s, and neither telephone numbers nor dates', () => {
    const text = 'Merci de suivre la location loc_2026_041 avant le 2026-11-30 ou appelez le 0612345678.'
    expect(readingOf(text)).toEqual({ rentals: ['loc_2026_041'], ignored: 12 })
  })

  test('gives the token of an address, and not the key in it', () => {
    const text = `Le suivi est sur https://api.smspartner.fr/v1/location/status?apiKey=s3cr3t&token=${LILLE} depuis hier.`
    expect(readingOf(text)).toEqual({ rentals: [LILLE], ignored: 6 })
    expect(readingOf(`https://api.smspartner.fr/v1/location/status?apiKey=s3cr3t&token=abc`).rentals).toEqual(
      ['abc'],
    )
  })
})

describe('a spreadsheet', () => {
  test('gives the column of its identifiers and the text beside it', () => {
    const text = [
      'Date\tRéférence\tCampagne\tCode postal\tCoût',
      `12/11/2026\t${COMPIEGNE}\tOuverture Compiègne\t60200\t0,90 €`,
      `13/11/2026\t${LILLE}\tSoldes d’été Lille\t59000\t135,00 €`,
      `14/11/2026\t${NANTES}\t\t44000\t180,00 €`,
    ].join('\r\n')
    expect(readingOf(text)).toEqual({ rentals: [...both, NANTES], ignored: 9 })
  })

  test('gives the columns that its headings name, whatever they hold', () => {
    const text = 'id,statut,Libellé\nalpha,Prête,Oise\nbeta,Échouée,"Aisne, Somme"'
    expect(readingOf(text)).toEqual({ rentals: ['alpha = Oise', 'beta = Aisne, Somme'], ignored: 2 })
  })

  test('gives one column without its heading', () => {
    expect(readingOf(`Identifiant\n${COMPIEGNE}\n\n${LILLE}\n`)).toEqual({
      rentals: [COMPIEGNE, LILLE],
      ignored: 0,
    })
  })

  test('may have empty cells at its ends', () => {
    const text = `\t${COMPIEGNE}\tOuverture Compiègne\nx\t${LILLE}\t`
    expect(readingOf(text)).toEqual({ rentals: [both[0], LILLE], ignored: 1 })
  })

  test('gives one single row', () => {
    expect(readingOf(`${COMPIEGNE}\tOuverture Compiègne\t60200`)).toEqual({
      rentals: both.slice(0, 1),
      ignored: 1,
    })
  })

  test('gives back what our own CSV marked as text', () => {
    const text = `Identifiant;Nom\r\n'012345678901;"'=Oise"\r\n'-abc;Aisne\r\n`
    expect(readingOf(text)).toEqual({ rentals: ['012345678901 = =Oise', '-abc = Aisne'], ignored: 0 })
  })

  test('passes over a row whose cell holds no token', () => {
    const text = `Identifiant\tNom\n${COMPIEGNE}\tOuverture Compiègne\npas encore\tSoldes`
    expect(readingOf(text)).toEqual({ rentals: both.slice(0, 1), ignored: 3 })
  })
})

describe('JSON', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['the order’s reply', { success: true, token: COMPIEGNE, cost: { quantity: 10 } }, [COMPIEGNE]],
    [
      'a list of replies',
      [{ token: COMPIEGNE }, { token: LILLE, label: ' Lille ' }],
      [COMPIEGNE, `${LILLE} = Lille`],
    ],
    ['lists of tokens', { tokens: [COMPIEGNE, LILLE], autres: ['alpha'] }, [COMPIEGNE, LILLE]],
    [
      'tokens in depth',
      { data: { items: [{ location: { identifiant: LILLE, nom: 'Lille' } }] } },
      [`${LILLE} = Lille`],
    ],
    ['objects under «tokens»', { tokens: [{ token: 'a', name: 'Oise' }] }, ['a = Oise']],
    ['keys in capitals', { Token: 'a', NOM: 'Oise' }, ['a = Oise']],
    ['a bare list', ['alpha', ['beta']], ['alpha', 'beta']],
    ['numbers', { token: 12345 }, ['12345']],
    ['a number that lost its last digits', { token: 12345678901234567000 }, []],
    ['a name that is no text', { token: 'a', name: 7 }, ['a']],
    ['a token that is no text', { token: null, tokens: [true, {}] }, []],
    ['no token', { success: false, code: 10, message: 'Clé API incorrecte' }, []],
  ])('gives the tokens of %s', (_, value, rentals) => {
    expect(readingOf(JSON.stringify(value, null, 2))).toEqual({ rentals, ignored: 0 })
  })

  test('nested beyond every stack gives what stands deepest', () => {
    const depth = 50_000
    expect(readingOf(`${'[{"a":'.repeat(depth)}{"token":"abc"}${'}]'.repeat(depth)}`).rentals).toEqual([
      'abc',
    ])
  })

  test('that is cut off is words like any others', () => {
    expect(readingOf('[abc').rentals).toEqual(['abc'])
  })
})

test('1,000 rows of a spreadsheet are read within 200 ms of work', () => {
  const token = (index: number) => index.toString(16).padStart(40, '0')
  const rows = Array.from(
    { length: 1_000 },
    (_, index) => `${token(index)}\tCampagne de la ville ${index}\t60200\t12,50`,
  )
  // The processor's time, not the wall's: what else the machine does meanwhile does not count.
  const before = process.cpuUsage()
  expect(readingOf(rows.join('\r\n')).rentals).toHaveLength(1_000)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(200)
})
