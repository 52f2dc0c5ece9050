import { describe, expect, test } from 'vitest'
import requestRule from '../../src/server/request-rule.js'

const STATUS = '/api/location/status'
const FILE = '/api/location/file/download'
const page = { host: ['h'], 'sec-fetch-site': ['same-origin'] }

describe('a request', () => {
  test.each([
    ['GET', `${STATUS}?token=abc`, false, { allow: 'status', token: 'abc' }],
    ['GET', `${STATUS}?token=a%2Fb`, false, { allow: 'status', token: 'a/b' }],
    ['GET', `${STATUS}?token=%61bcd`, false, { allow: 'status', token: 'abcd' }],
    ['GET', `${FILE}?token=abc`, true, { allow: 'file', token: 'abc' }],
    ['GET', `${FILE}?token=abc`, false, { refuse: 'not-found' }],
    ['GET', '/config.json', false, { allow: 'config' }],
    ['GET', '/config.json?', false, { refuse: 'bad-query' }],
    ['POST', '/config.json', false, { refuse: 'method-not-allowed' }],
    ['HEAD', '/config.json', false, { refuse: 'method-not-allowed' }],
    ['HEAD', '/healthz', false, { allow: 'health' }],
    ['POST', '/healthz', false, { refuse: 'method-not-allowed' }],
    ['HEAD', `${STATUS}?token=abc`, false, { refuse: 'method-not-allowed' }],
    ['POST', `${STATUS}?token=abc`, true, { refuse: 'method-not-allowed' }],
    [undefined, `${STATUS}?token=abc`, true, { refuse: 'method-not-allowed' }],
    ['GET', '', true, { refuse: 'not-found' }],
    ['GET', 'constructor?token=abc', true, { refuse: 'not-found' }],
    ['GET', `${STATUS}/?token=abc`, true, { refuse: 'not-found' }],
    ['GET', STATUS, true, { refuse: 'bad-query' }],
    ['GET', `${STATUS}?token=abc&x`, true, { refuse: 'bad-query' }],
    ['GET', `${STATUS}?token=a%20b`, true, { refuse: 'bad-token' }],
    ['GET', `${STATUS}?token=%FF`, true, { refuse: 'bad-token' }],
  ])('%s %s, files allowed: %s', (method, target, allowsFiles, decision) => {
    expect(requestRule.validateRequest({ method, target, headers: page }, allowsFiles)).toEqual(decision)
  })

  test.each<[headers: Record<string, string[]>, isAllowed: boolean]>([
    [page, true],
    [{ host: ['H'], 'x-requested-with': ['rental-board'] }, true],
    [{ ...page, origin: ['HTTPS://h'] }, true],
    [{ ...page, origin: ['http://h', 'http://x'] }, false],
    [{ ...page, origin: ['ftp://h'] }, false],
    [{ ...page, 'sec-fetch-site': ['same-origin', 'cross-site'] }, false],
    [{ ...page, 'sec-fetch-dest': ['image'] }, false],
    [{ ...page, 'sec-fetch-mode': ['navigate'] }, false],
    [{ host: ['h'], 'x-requested-with': ['rental-board', 'x'] }, false],
    [{ host: ['h'] }, false],
    [{}, false],
  ])('with the headers %j is allowed: %s', (headers, isAllowed) => {
    const decision = requestRule.validateRequest(
      { method: 'GET', target: `${STATUS}?token=abc`, headers },
      false,
    )
    expect(decision).toEqual(isAllowed ? { allow: 'status', token: 'abc' } : { refuse: 'cross-site' })
  })
})

test.each([
  ['status', '/location/status?apiKey=k%2Fy&token=a%26b'],
  ['file', '/location/file/download?apiKey=k%2Fy&token=a%26b'],
] as const)('the provider is asked for a %s at %s', (call, path) => {
  expect(requestRule.addressOf('', call, 'k/y', 'a&b')).toBe(path)
})

test.each([
  [undefined, 1],
  ['', 1],
  ['a b', 10],
  ['clé', 10],
  ['k'.repeat(257), 10],
  ['k'.repeat(256), undefined],
  ["a'b\\", undefined],
])('a key %j is answered with code %s', (key, code) => {
  const reply = requestRule.keyError(key)
  expect(reply && JSON.parse(String(reply.body)).code).toBe(code)
  expect(reply?.status).toBe(code && 200)
  expect(requestRule.isApiKey(key ?? '')).toBe(code === undefined)
})

test.each([
  ['cross-site', 403, {}],
  ['method-not-allowed', 405, { allow: 'GET' }],
  ['too-many-requests', 429, { 'retry-after': '5' }],
  ['upstream-timeout', 504, {}],
] as const)('%s is an error reply under %i', (reason, status, headers) => {
  const reply = requestRule.errorReply(reason)
  expect(reply).toMatchObject({
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
  expect(JSON.parse(String(reply.body))).toEqual({
    success: false,
    error: reason,
    message: expect.stringMatching(/\.$/),
  })
})
