import { expect, test } from 'vitest'
import { validateRequest } from '../../src/server/request-rule.ts'

const request = {
  method: 'GET',
  url: '/api/location/status?token=abc',
  headersDistinct: { host: ['localhost'], 'sec-fetch-site': ['same-origin'] },
}
const anyHost = () => true

test('allows the call, with its token decoded', () => {
  expect(validateRequest({ ...request, url: '/api/location/status?token=a%2Fb' }, anyHost)).toEqual({
    allow: 'status',
    token: 'a/b',
  })
})

test.each([
  ['HTTP/1.0 without a Host', { headersDistinct: {} }, (host: string) => host !== '', 'foreign-host'],
  ['no target', { url: undefined }, anyHost, 'not-found'],
  ['no method', { method: undefined }, anyHost, 'method-not-allowed'],
  [
    'one Origin of two foreign',
    { headersDistinct: { host: ['h'], origin: ['http://h', 'http://x'] } },
    anyHost,
    'cross-site',
  ],
  ['a foreign Host before all else', { method: 'POST', url: '/api/x' }, () => false, 'foreign-host'],
])('refuses %s', (_name, part, allowsHost, reason) => {
  expect(validateRequest({ ...request, ...part }, allowsHost)).toEqual({ refuse: reason })
})
