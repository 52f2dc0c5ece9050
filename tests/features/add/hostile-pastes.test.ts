import { describe, expect, test } from 'vitest'
import { parsePaste } from '../../../src/features/add/parse-paste.ts'
import { MAX_PASTE_CHARS, MAX_RENTALS } from '../../../src/rentals/outside-rental.ts'

const TOKEN = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'

/** 200 kB of one piece. */
const run = (piece: string, length = 200_000) => piece.repeat(Math.ceil(length / piece.length))
const hex = (index: number) => index.toString(16).padStart(40, '0')

/** Processor time, in milliseconds; a slow one is measured again, as the process may collect what earlier tests left. */
function timeOf(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3 && least > 500; turn += 1) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}

const pastes: Readonly<Record<string, string>> = {
  'dots within a word': `a${run('.')}a`,
  'dots beside an identifier': `${TOKEN} a${run('.')}a`,
  'quotation marks': run('"'),
  'cells that open and never close': run('"""a,'),
  'a quotation mark a line': run('"\n'),
  spaces: `a${run(' ')}a`,
  'spaces after an identifier': TOKEN + run(' '),
  'dates without end': run('1-1-'),
  parentheses: run('('),
  'brackets of JSON': run('['),
  base64: run('QUJDabc+/='),
  'one line of a megabyte': run('a', 1_000_000),
  'digits of a megabyte': run('0f', 1_000_000),
  semicolons: run(';'),
  tabs: run('\t'),
  'empty lines': run('\n'),
  'bullets and dashes': run('- 1. • '),
  'accents in no order': `a${run('\u0301\u0316')};b`,
  'a heading and a wide row': `token,${run('a,', 100_000)}\n${run('b\n', 100_000)}`,
  'a cell of many words': `token;x\n${run('a1b2c3d4 ', 1_000_000)};x`,
  'a JSON text of many words': `{"token":"${run(`${TOKEN} `, 1_000_000)}"}`,
  'a JSON list of one token': `[${run('"a",', 1_000_000)}"a"]`,
  'addresses in addresses': run('https://'),
  'users in addresses': run('://a:'),
  'names of keys': run('apikey'),
  'names of keys with signs': run('apikey='),
  'names of keys in a row': run('clé API '),
  'keys in a row': run('apikey=abc12345&'),
  'names of keys on their own lines': run('password\n'),
  'elements named like keys': run('<apikey '),
  'lists of keys that never close': run('apikey=['),
  'names of keys that are none': run('key='),
  'keys in brackets that never close': run('key=[a a '),
  'names of tokens': run('token='),
  'escapes of escapes': `apikey${run('%25')}3D`,
  entities: run('&amp;'),
  'a column of keys': `apiKey;token\n${Array.from({ length: 5_000 }, (_, index) => `${hex(index + 9e9)};${hex(index)}`).join('\n')}`,
}

describe('is read at once:', () => {
  test.each(Object.keys(pastes))('%s', name => {
    expect(timeOf(() => parsePaste(pastes[name] ?? '', () => false))).toBeLessThan(1_500)
  })

  test('a megabyte of prose with 10,000 tokens in it', () => {
    const text = Array.from(
      { length: MAX_RENTALS },
      (_, index) => `Bonjour, voici «${hex(index)}», merci. `,
    ).join('')
    let taken = 0
    expect(timeOf(() => (taken = parsePaste(text, () => false).added.length))).toBeLessThan(2_000)
    expect(taken).toBe(MAX_RENTALS)
  })
})

test.each([
  [
    'more tokens than a paste may bring',
    Array.from({ length: MAX_RENTALS + 1 }, (_, index) => hex(index)).join(' '),
  ],
  ['more characters than a paste may have', 'a '.repeat(MAX_PASTE_CHARS / 2 + 1)],
])('%s: nothing of it is taken, and that is told', (_, text) => {
  expect(parsePaste(text, () => false)).toEqual({
    added: [],
    present: [],
    refused: [],
    ignored: [],
    isTooMuch: true,
  })
})
