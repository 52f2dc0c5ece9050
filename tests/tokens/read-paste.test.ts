import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPaste } from '../../src/tokens/read-paste.ts'
import { anyToken } from './any-token.ts'

function addedFrom(text: string) {
  return readPaste(text, () => false).added
}

describe('a paste', () => {
  test.each([
    ['lines', 'a\nb\nc'],
    ['lines of Windows', 'a\r\nb\r\nc'],
    ['lines of an old Mac', 'a\rb\rc'],
    ['commas', 'a,b,c'],
    ['semicolons', 'a;b;c'],
    ['spaces', 'a b  c'],
    ['tabs', 'a\tb\tc'],
    ['no-break spaces', 'a\u00a0b\u00a0c'],
    ['narrow no-break spaces', 'a\u202fb\u202fc'],
    ['line separators', 'a\u2028b\u2029c'],
    ['a byte order mark before and a line after', '\ufeffa\nb\nc\n'],
    ['all of them', ' ,;a,\r\n ; b\u00a0;\t c;;, '],
  ])('is parted by %s', (_, text) => {
    expect(addedFrom(text)).toEqual(['a', 'b', 'c'])
  })

  test.each(['', ' ', '\n\n', ' ,;\r\n\u00a0'])('of %j holds nothing', text => {
    expect(readPaste(text, () => true)).toEqual({ added: [], present: [], refused: [] })
  })

  test('names each token once, where it first stands', () => {
    expect(addedFrom('b\na\nb;a\nc')).toEqual(['b', 'a', 'c'])
  })

  test('takes letters as they are: case and accents tell tokens apart', () => {
    expect(addedFrom('a A é e\u0301')).toEqual(['a', 'A', 'é', 'e\u0301'])
  })

  test('tells what is already followed, once', () => {
    expect(readPaste('a b a c b', token => token !== 'a')).toEqual({
      added: ['a'],
      present: ['b', 'c'],
      refused: [],
    })
  })

  test.each([
    ['x'.repeat(129), 'too-long'],
    ['𝒳'.repeat(129), 'too-long'],
    [`\u200b${'x'.repeat(128)}`, 'too-long'],
    ['a\u200bb', 'unprintable'],
    ['\u0000', 'unprintable'],
    ['\ud800', 'unprintable'],
    ['\u0000'.repeat(128), 'unprintable'],
  ])('refuses %.20j: %s', (text, why) => {
    expect(readPaste(`a ${text} b`, () => false)).toEqual({
      added: ['a', 'b'],
      present: [],
      refused: [{ text, why }],
    })
  })

  test('refuses a word once, even where everything counts as followed', () => {
    expect(readPaste('a\u0007 a\u0007', () => true)).toEqual({
      added: [],
      present: [],
      refused: [{ text: 'a\u0007', why: 'unprintable' }],
    })
  })

  test('of 1,000 tokens keeps their order', () => {
    const tokens = Array.from({ length: 1_000 }, (_, index) => `location-${index}`)
    expect(addedFrom([...tokens, ...tokens].join('\r\n'))).toEqual(tokens)
  })

  test('finds any tokens again, whatever parts them', () => {
    const token = anyToken.filter(token => !/[,;]/.test(token))
    const separator = fc.constantFrom('\n', '\r\n', ', ', ';', '\t', ' \u00a0 ')
    fc.assert(
      fc.property(fc.uniqueArray(token), separator, (tokens, between) => {
        expect(addedFrom(tokens.join(between))).toEqual(tokens)
      }),
    )
  })

  test('loses no word: each is added, present or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.func(fc.boolean()), (text, isFollowed) => {
        const { added, present, refused } = readPaste(text, isFollowed)
        const words = [...added, ...present, ...refused.map(({ text }) => text)]
        expect(new Set(words)).toEqual(new Set(text.split(/[\s,;]+/u).filter(word => word !== '')))
        expect(new Set(words).size).toBe(words.length)
      }),
    )
  })
})
