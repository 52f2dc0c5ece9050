import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactKey } from '../../src/server/redact-key.ts'

test.each([
  ['abcd', '<abcd>', '<****>'],
  ['abcd', 'xABCDx', 'x****x'],
  ['ab/d', 'ab%2Fd ab%2fd ab%252Fd', '****** ****** ********'],
  ['ab/d', '"ab\\/d" "ab\\u002fd"', '"*****" "*********"'],
  ['a&<d', 'a&amp;&lt;d', '***********'],
  ['abcd', 'a\0b\0c\0d\0', '*\0*\0*\0*\0'],
  ['abcd', '\0a\0b\0c\0d', '\0*\0*\0*\0*'],
  ['a.*d', 'axxd a.*d', 'axxd ****'],
  ['abcd', 'abc d \xe9\xff', 'abc d \xe9\xff'],
  ['abc', 'abc', 'abc'],
])('of the key %s, %j becomes %j', (key, bytes, masked) => {
  expect(redactKey(bytes, key)).toBe(masked)
})

const key = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map(code => String.fromCharCode(code)),
  minLength: 4,
  maxLength: 40,
})
const bytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map(code => String.fromCharCode(code)) })

test('no key comes through, whatever surrounds it, and the length stays', () => {
  fc.assert(
    fc.property(key, bytes, bytes, (secret, before, after) => {
      const echo = before + secret + after
      const masked = redactKey(echo, secret)
      expect(masked).toHaveLength(echo.length)
      expect(masked.includes(secret) && !/^\*+$/.test(secret)).toBe(false)
    }),
  )
})
