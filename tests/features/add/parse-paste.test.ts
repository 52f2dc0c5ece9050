import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isToken } from '../../../src/api/rental.ts'
import { parsePaste } from '../../../src/features/add/parse-paste.ts'
import { visibleText } from '../../../src/rentals/plain-text.ts'
import { anyToken } from '../../rentals/any-token.ts'

function addedFrom(text: string) {
  return parsePaste(text, () => false).added.map(({ token }) => token)
}

/** What the readers look for, to be thrown together. */
const pieces = fc.constantFrom(
  'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb',
  'location-12',
  'Ouverture de Compiègne',
  'Identifiant',
  'Nom',
  '{"token":"abc","name":"x"}',
  '[{',
  'https://a.fr/?token=',
  '"',
  '""',
  "'=",
  '\t',
  ';',
  ', ',
  ': ',
  '\n',
  '\r\n',
  ' ',
)

describe('a paste', () => {
  test.each([
    ['lines', 'a\nb\nc'],
    ['lines of Windows', 'a\r\nb\r\nc'],
    ['lines of an old Mac', 'a\rb\rc'],
    ['commas', 'a,b,c'],
    ['semicolons', 'a;b;c'],
    ['tabs', 'a\tb\tc'],
    ['line separators', 'a\u2028b\u2029c'],
    ['a byte order mark before and a line after', '\ufeffa\nb\nc\n'],
    ['all of them', ' ,;a,\r\n ; b\u00a0;\t c;;, '],
  ])('is parted by %s', (_, text) => {
    expect(addedFrom(text)).toEqual(['a', 'b', 'c'])
  })

  test.each(['', ' ', '\n\n', ' ,;\r\n\u00a0'])('of %j holds nothing', text => {
    expect(parsePaste(text, () => true)).toEqual({ added: [], present: [], refused: [], ignored: [] })
  })

  test('names each token once, where it first stands', () => {
    expect(addedFrom('b\na\nb;a\nc')).toEqual(['b', 'a', 'c'])
  })

  test('takes letters as they are: case and accents tell tokens apart', () => {
    expect(addedFrom('a,A,é,e\u0301')).toEqual(['a', 'A', 'é', 'e\u0301'])
  })

  test('tells what is already followed, once', () => {
    expect(parsePaste('a,b,a;c,b', token => token !== 'a')).toEqual({
      added: [{ token: 'a' }],
      present: [{ token: 'b' }, { token: 'c' }],
      refused: [],
      ignored: [],
      isUnusual: true,
    })
  })

  test.each([
    ['x'.repeat(129), 'too-long'],
    ['𝒳'.repeat(129), 'too-long'],
    ['\ue000', 'unprintable'],
    ['\ud800', 'unprintable'],
    ['\ue000'.repeat(128), 'unprintable'],
  ])('refuses %.20j: %s', (text, why) => {
    expect(parsePaste(`a,${text},b`, () => false)).toMatchObject({
      added: [{ token: 'a' }, { token: 'b' }],
      present: [],
      refused: [{ text, why }],
      ignored: [],
    })
  })

  test('refuses a word once, even where everything counts as followed', () => {
    expect(parsePaste('a\ue000,a\ue000', () => true)).toMatchObject({
      added: [],
      present: [],
      refused: [{ text: 'a\ue000', why: 'unprintable' }],
      ignored: [],
    })
  })

  test('of 1,000 tokens keeps their order', () => {
    const tokens = Array.from({ length: 1_000 }, (_, index) => `location-${index}`)
    expect(addedFrom([...tokens, ...tokens].join('\r\n'))).toEqual(tokens)
  })

  test('finds any tokens of a plain list again, whatever parts them', () => {
    const token = anyToken.filter(token => /^[\p{L}\p{N}]+$/u.test(token) && visibleText(token) === token)
    const separator = fc.constantFrom('\n', '\r\n', ', ', ';', '\t')
    fc.assert(
      fc.property(fc.uniqueArray(token), separator, (tokens, between) => {
        expect(addedFrom(tokens.join(between))).toEqual(tokens)
      }),
    )
  })

  test.each<[string, fc.Arbitrary<string>]>([
    ['any text', fc.string({ unit: 'binary' })],
    ['text made of what it looks for', fc.array(fc.oneof(pieces, fc.string())).map(parts => parts.join(''))],
    ['any JSON', fc.json()],
  ])('never throws, and yields tokens only, each once: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.func(fc.boolean()), (text, isTracked) => {
        const { added, present, refused, ignored } = parsePaste(text, isTracked)
        const tokens = [...added, ...present].map(({ token }) => token)
        expect(tokens.filter(token => !isToken(token))).toEqual([])
        const words = [...tokens, ...refused.map(({ text }) => text)]
        expect(new Set(words).size).toBe(words.length)
        expect(ignored).toBeInstanceOf(Array)
      }),
    )
  })
})
