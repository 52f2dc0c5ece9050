import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import replyRule from '../../src/server/reply-rule.js'
import { typeCases } from './proxy-cases.ts'

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
  expect(replyRule.redactKey(bytes, key)).toBe(masked)
})

test.each([
  ['status', 200, undefined, undefined, undefined],
  ['status', 599, undefined, '7', undefined],
  ['status', 101, undefined, undefined, 'upstream-unreachable'],
  ['status', 302, undefined, undefined, 'upstream-redirect'],
  ['status', 200, 'gzip', undefined, 'upstream-unreadable'],
  ['status', 200, undefined, '2097153', 'upstream-unreadable'],
  ['file', 200, undefined, '67108864', undefined],
  ['file', 200, undefined, '67108865', 'upstream-unreadable'],
] as const)('a %s under %i, encoded as %s, of %s bytes: %s', (call, status, encoding, length, fault) => {
  expect(replyRule.replyFault(call, status, encoding, length)).toBe(fault)
})

test.each(typeCases.filter(({ types }) => types.length < 2))(
  '$types is passed on as $status or $file',
  line => {
    expect(replyRule.contentType('status', line.types[0])).toBe(line.status)
    expect(replyRule.contentType('file', line.types[0])).toBe(line.file)
  },
)

test.each([
  [undefined, 'attachment'],
  ['inline', 'attachment'],
  ['inline; filename="a.html"', 'attachment; filename="a.html"'],
])('the disposition %s becomes %s', (disposition, expected) => {
  expect(replyRule.fileDisposition(disposition)).toBe(expected)
})

test('a header with the key in it is dropped', () => {
  expect(['x', 'aBcD', undefined].map(value => replyRule.keylessHeader(value, 'abcd'))).toEqual([
    'x',
    undefined,
    undefined,
  ])
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
      const masked = replyRule.redactKey(echo, secret)
      expect(masked).toHaveLength(echo.length)
      expect(masked.includes(secret) && !/^\*+$/.test(secret)).toBe(false)
    }),
  )
})
