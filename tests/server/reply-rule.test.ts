import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import replyRule from '../../src/server/reply-rule.js'
import { CANARY } from './canary.ts'
import { mixed } from './file-faults.ts'
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
  ['status', 200, {}, undefined],
  ['status', 599, { 'content-length': '7' }, undefined],
  ['status', 101, {}, 'upstream-unreachable'],
  ['status', 302, {}, 'upstream-redirect'],
  ['status', 200, { 'content-encoding': 'gzip' }, 'upstream-unreadable'],
  ['status', 200, { 'transfer-encoding': 'Chunked' }, undefined],
  ['status', 200, { 'transfer-encoding': 'gzip, chunked' }, 'upstream-unreadable'],
  ['status', 200, { 'content-length': '2097153' }, 'upstream-unreadable'],
  ['file', 200, { 'content-length': '67108864' }, undefined],
  ['file', 200, { 'content-length': '67108865' }, 'upstream-unreadable'],
] as const)('a %s under %i with %j: %s', (call, status, headers, fault) => {
  const received = new Map(Object.entries(headers))
  expect(replyRule.replyFault(call, status, name => received.get(name))).toBe(fault)
})

test.each(typeCases.filter(({ types }) => types.length < 2))(
  '$types is passed on as $status or $file',
  line => {
    expect(replyRule.contentType('status', line.types[0])).toBe(line.status)
    expect(replyRule.contentType('file', line.types[0])).toBe(line.file)
  },
)

test('a file is saved under its name, without a header that holds the key', () => {
  const received = new Map([
    ['content-type', 'text/html'],
    ['content-disposition', 'inline; filename="a.html"'],
    ['content-length', '7'],
    ['retry-after', 'aBcD'],
    ['set-cookie', 'x'],
  ])
  expect(replyRule.fileHeaders(name => received.get(name), 'abcd')).toEqual({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="a.html"',
    'content-length': '7',
  })
  expect(replyRule.fileHeaders(() => undefined, 'abcd')).toEqual({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  })
})

test.each([
  [200, '', '{"success":true}', 'shareable'],
  [200, '', '{"success":"1","code":"200"}', 'shareable'],
  [404, '', '{"success":false,"code":32}', 'shareable'],
  [200, '', '{"success":true,"code":10}', 'private'],
  [200, '', '{"success":false,"code":96}', 'private'],
  [201, '', '{"success":true}', 'private'],
  [200, '', 'null', 'private'],
  [200, '', '{"succ', 'private'],
  [403, '', '', 'private'],
  [500, '', '{"code":96}', 'private'],
  [503, '30', '<h1>', 'private'],
  [500, '', '{"success":true}', 'failure'],
  [599, '', '', 'failure'],
])('a reply under %i, to be asked again after %j, with %s: %s', (status, retryAfter, text, kind) => {
  expect(replyRule.classifyReply(status, retryAfter, text)).toBe(kind)
})

/** The file, sent in pieces of `size` bytes and cleared of the key. */
function inPieces(file: Buffer, key: string, size: number): Buffer {
  const redact = replyRule.createFileRedactor(key)
  const parts: Buffer[] = []
  for (let at = 0; at < file.length; at += size) parts.push(...redact(file.subarray(at, at + size), false))
  return Buffer.concat([...parts, ...redact(Buffer.alloc(0), true)])
}

test.each([1, 3, 64, 1_000])('a file in pieces of %i bytes loses its key and nothing else', size => {
  expect(inPieces(mixed.sent, CANARY, size)).toEqual(mixed.passed)
})

test.each([
  ['12345678z', '12345678z'],
  ['z12345678', '%7A12345678'],
  ['1234g5678', '1234\\u00675678'],
  ['1234/5678', '1234%2F5678'],
  ['12340abc5', '12340ABC5'],
])('the key %s, written %s, is found wherever it stands among numbers', (secret, written) => {
  const clear = '*'.repeat(written.length)
  const file = (text: string, at: number) =>
    Buffer.from(`${'0639980000'.repeat(40).slice(0, at)}${text}${'0639980000'.repeat(40)}`)
  for (let at = 0; at < 400; at += 1)
    expect(inPieces(file(written, at), secret, 200).toString()).toBe(file(clear, at).toString())
})

test('a file that grows too long breaks off', () => {
  const redact = replyRule.createFileRedactor('abcd')
  redact(Buffer.alloc(replyRule.maxBytes.file), false)
  expect(() => redact(Buffer.alloc(1), false)).toThrow('too long')
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
