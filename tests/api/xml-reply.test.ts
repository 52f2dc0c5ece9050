import { describe, expect, test } from 'vitest'
import { ApiError, DecodeError } from '../../src/api/errors.ts'
import { parseReply } from '../../src/api/parse-reply.ts'
import { caught } from './caught.ts'

type Tree = string | readonly Tree[]

/** The entries as XML; text is taken as it is. */
function xml(entries: readonly Tree[]): string {
  return `<result>${entries.map(entry).join('')}</result>`
}

function entry(tree: Tree): string {
  return `<entry>${typeof tree === 'string' ? tree : tree.map(entry).join('')}</entry>`
}

const leaves = ['femme', '31', '49', '60200', '12', '103']
const details = [['cp', '60200', '10', '266']]
const cost = ['10', '0.900', '0.090']
const location = [...leaves, details, cost]
const head = ['true', 'abc', '2']

const targeting = {
  sex: 'women',
  sexText: 'femme',
  minAge: 31,
  maxAge: 49,
  zipcodes: ['60200'],
  departments: [],
  interest: '12',
  category: '103',
}
const untold = { zipcodes: [], departments: [] }
const places = [{ type: 'cp', location: '60200', wanted: 10, available: 266 }]
const price = { quantity: 10, total: '0.900', unitPrice: '0.090' }
const rental = { status: 'ready', statusText: '2', token: 'abc', targeting, places, cost: price }

describe('a positional reply', () => {
  test.each<[string, readonly Tree[], object]>([
    ['every entry', [...head, location, ['7']], { ...rental, phoneNumbers: 7, flags: [] }],
    [
      'empty entries',
      ['true', '', '', ['', '31', ' ', '', '', '', '', ''], ''],
      { status: 'unknown', targeting: { ...untold, minAge: 31 }, places: [], flags: [] },
    ],
    [
      'nothing but a status',
      ['true', '', '5', '', ''],
      { status: 'downloaded', statusText: '5', targeting: untold, places: [], flags: [] },
    ],
    [
      'a line that sums the places',
      [...head, [...leaves, [...details, ['total', '', '', '9']], cost], ''],
      { ...rental, flags: [] },
    ],
    ['no success', ['', 'abc', '2', location, ''], { ...rental, flags: ['success-missing'] }],
    ['false and data', ['false', 'abc', '2', location, ''], { ...rental, flags: ['success-odd'] }],
  ])('with %s is read by position', (_, entries, expected) => {
    expect(parseReply(xml(entries))).toEqual(expected)
  })

  const byStructure = { ...rental, targeting: untold, flags: ['xml-positions'] }
  test.each<[string, readonly Tree[], object]>([
    ['a ninth entry in the location', [...head, [...leaves, '35', details, cost], ''], byStructure],
    ['a missing entry in the location', [...head, [...leaves.slice(1), details, cost], ''], byStructure],
    ['another entry in place of one', [...head, [...leaves.slice(1), details, cost, 'x'], ''], byStructure],
    ['details and cost swapped', [...head, [...leaves, cost, details], ''], byStructure],
    [
      'a list of three among the leaves',
      [...head, ['femme', '31', '49', ['60200', '02200', '59000'], '12', '103', details, cost], ''],
      { ...byStructure, cost: undefined },
    ],
    ['no cost', [...head, [...leaves, details], ''], { ...byStructure, cost: undefined }],
    [
      'a place of five entries',
      [...head, [...leaves, [['cp', '60200', '10', '266', 'x'], ...details], cost], ''],
      { ...rental, flags: ['xml-positions'] },
    ],
    [
      'a cost of two entries',
      [...head, [...leaves, details, ['10', '0.900']], ''],
      { ...rental, cost: undefined, flags: ['xml-positions'] },
    ],
    ['a file of two entries', [...head, location, ['7', '8']], { ...rental, flags: ['xml-positions'] }],
    [
      'text in place of a location',
      [...head, 'x', ['7']],
      {
        ...rental,
        targeting: untold,
        places: [],
        cost: undefined,
        phoneNumbers: 7,
        flags: ['xml-positions'],
      },
    ],
    [
      'a sixth entry before the location',
      [...head, '', location, ['7']],
      {
        ...rental,
        phoneNumbers: 7,
        flags: ['xml-positions'],
      },
    ],
    ['no file', [...head, location], { ...rental, flags: ['xml-positions'] }],
    [
      'nothing after the status',
      head,
      {
        ...rental,
        targeting: untold,
        places: [],
        cost: undefined,
        flags: ['xml-positions'],
      },
    ],
  ])('with %s names only what its structure tells', (_, entries, expected) => {
    expect(parseReply(xml(entries))).toEqual(expected)
  })

  test('trims CDATA and white space, and ignores comments', () => {
    const reply = xml(['\n true ', '\n<![CDATA[ a<b ]]>\n', '<!-- code -->2', '', ''])
    expect(parseReply(` <?xml version="1.0"?>\n<!-- reply -->${reply}\n`)).toMatchObject({
      token: 'a<b',
      status: 'ready',
      flags: [],
    })
  })

  test('ignores elements that are no entry', () => {
    const reply = xml([...head, location, '']).replace('<entry>abc', '<note>x</note><entry>abc')
    expect(parseReply(reply)).toEqual({ ...rental, flags: [] })
  })

  test('makes no value of text inside deeper elements', () => {
    const reply = xml([...head, [...leaves, [['cp', '60200', '10', '<b>2</b><b>66</b>']], cost], ''])
    expect(parseReply(reply).places).toEqual([{ type: 'cp', location: '60200', wanted: 10 }])
  })

  test('reads entities and a declared encoding', () => {
    const reply = `<?xml version="1.0" encoding="ISO-8859-1"?>${xml(['true', 'a&amp;b &#233;é', '2', '', ''])}`
    expect(parseReply(reply).token).toBe('a&b éé')
  })
})

describe('a positional error', () => {
  test.each<[readonly Tree[], number | undefined, string]>([
    [['false', '10', 'Clé'], 10, 'Clé'],
    [['0', '32', ''], 32, ''],
    [['False', '32'], 32, ''],
    [['false'], undefined, ''],
    [['false', 'x', 'Erreur'], undefined, 'Erreur'],
    [['false', 'Clé API incorrecte', '10'], 10, 'Clé API incorrecte'],
    [['false', 'Location introuvable'], undefined, 'Location introuvable'],
    [
      [
        'false',
        '61',
        [
          ['children[0].data', 'Token requis'],
          ['page', 'Trop grand'],
        ],
      ],
      61,
      'Token requis ; Trop grand',
    ],
    [['false', [['token', 'Non valable']]], undefined, 'Non valable'],
    [
      [
        '0',
        '9',
        [
          ['a', ''],
          ['b', 'Crédit épuisé'],
        ],
      ],
      9,
      'Crédit épuisé',
    ],
    [['false', '', ['Deux', 'textes']], undefined, 'Deux ; textes'],
    [['false', '32', 'Location introuvable', location, ''], 32, 'Location introuvable'],
  ])('is read from %j', (entries, code, message) => {
    const error = caught(() => parseReply(xml(entries)))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code, message })
  })
})

test('nesting thousands deep is refused before it is parsed', () => {
  const deep = `<result>${'<entry>'.repeat(60_000)}${'</entry>'.repeat(60_000)}</result>`
  expect(caught(() => parseReply(deep))).toEqual(new DecodeError('not-json-or-xml'))
})

test('a thousand places are read', () => {
  const many = Array.from({ length: 1_000 }, () => ['cp', '60200', '10', '266'])
  expect(parseReply(xml([...head, [...leaves, many, cost], ''])).places).toHaveLength(1_000)
})
