import { describe, expect, test } from 'vitest'
import { isToken } from '../../src/api/rental.ts'

describe('a token', () => {
  test.each([
    ['the provider’s form', 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'],
    ['one character', 'a'],
    ['128 characters', 'x'.repeat(128)],
    ['128 characters of two units each', '𝒳'.repeat(128)],
    ['letters with accents', 'été'],
    ['an accent of its own', 'e\u0301'],
    ['signs of an address', '../?a=b&c#d%2F+'],
    ['quotation marks', '"\'«»<>'],
    ['an emoji', '🚀'],
  ])('may be %s', (_, text) => {
    expect(isToken(text)).toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['129 characters', 'x'.repeat(129)],
    ['a space', ' '],
    ['a space within', 'a b'],
    ['a line at its end', 'a\n'],
    ['a tab', 'a\tb'],
    ['a no-break space', 'a\u00a0b'],
    ['a narrow no-break space', 'a\u202fb'],
    ['an ideographic space', 'a\u3000b'],
    ['a line separator', 'a\u2028b'],
    ['an address with a key in it', 'https://a.fr/?apiKey=s3cr3t&token=abc'],
    ['a key under its name', 'api_key:s3cr3t'],
    ['a key under its name, escaped', 'apiKey%3Ds3cr3t'],
    ['a byte order mark', '\ufeffa'],
    ['a zero-width space', 'a\u200bb'],
    ['a zero-width joiner', 'a\u200db'],
    ['a mark of direction', '\u202eabc'],
    ['a soft hyphen', 'a\u00adb'],
    ['a control character', 'a\u0000b'],
    ['a deleted character', 'a\u007f'],
    ['half of a character', 'a\ud800'],
    ['a private character', '\ue000'],
  ])('is not %s', (_, text) => {
    expect(isToken(text)).toBe(false)
  })
})
