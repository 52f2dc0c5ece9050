import { describe, expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { classifyFault, toFault } from '../../src/api/fault.ts'
import { type Check, moveTimes, recordFault, recordReply } from '../../src/polling/check.ts'
import { replyOf } from './replies.ts'

test.each([
  ['a refused connection', new NetworkError('refused'), 'lost'],
  ['a timeout', new TimeoutError(10_000), 'lost'],
  ['500', new HttpError(500), 'lost'],
  ['502', new HttpError(502), 'lost'],
  ['503 without Retry-After', new HttpError(503), 'lost'],
  ['404', new HttpError(404), 'unusable'],
  ['400', new HttpError(400), 'unusable'],
  ['413', new HttpError(413), 'unusable'],
  ['401', new HttpError(401), 'signed-out'],
  ['403', new HttpError(403), 'signed-out'],
  ['407', new HttpError(407), 'signed-out'],
  ['429', new RateLimitError(1_000), 'rate-limited'],
  ['a key that is missing', new ApiError(1, ''), 'account'],
  ['a wrong key', new ApiError(10, ''), 'account'],
  ['a deactivated account', new ApiError(20, ''), 'account'],
  ['a blocked account', new ApiError(30, ''), 'account'],
  ['a refused account', new ApiError(40, ''), 'account'],
  ['a forbidden address', new ApiError(96, ''), 'account'],
  ['an unknown rental', new ApiError(32, ''), 'not-found'],
  ['a missing token', new ApiError(31, ''), 'refused'],
  ['a missing file', new ApiError(33, ''), 'refused'],
  ['an API error that is not listed', new ApiError(999, ''), 'refused'],
  ['an API error without a code', new ApiError(undefined, ''), 'unusable'],
  ['an API error whose code says that all is well', new ApiError(200, ''), 'unusable'],
  ['a login page', new DecodeError('html'), 'signed-out'],
  ['a redirect', new DecodeError('redirect'), 'signed-out'],
  ['an empty reply', new DecodeError('empty'), 'unusable'],
  ['a reply that says nothing', new DecodeError('nothing-in-it'), 'unusable'],
  ['an error that nobody foresaw', new TypeError('x is not a function'), 'unusable'],
])('%s', (_, error, kind) => {
  expect(classifyFault(toFault(error))).toBe(kind)
})

const errors = [
  new NetworkError('refused'),
  new TimeoutError(10_000),
  new HttpError(502, 'maintenance'),
  new RateLimitError(30_000),
  new RateLimitError(undefined),
  new ApiError(32, 'Location introuvable'),
  new ApiError(undefined, ''),
  new DecodeError('html'),
]

test.each(errors)('an error travels and is stored with its name and content: $name', error => {
  const fault = toFault(error)
  expect(error).toMatchObject(structuredClone(fault))
  const check = recordFault(undefined, fault, 1, 0.5)
  expect(structuredClone(check)).toEqual(check)
})

test('an error of no known class keeps its message', () => {
  expect(toFault(new TypeError('x is not a function'))).toEqual({
    name: 'Error',
    message: 'x is not a function',
  })
  expect(toFault('out of order')).toEqual({ name: 'Error', message: 'out of order' })
})

describe('a check that brings a reply', () => {
  const first = recordReply(undefined, replyOf('generating', 1_000), 1_010)

  test('holds it, and the history goes on', () => {
    expect(first).toMatchObject({ reply: replyOf('generating', 1_000), failures: 0, checkedAt: 1_010 })
    const second = recordReply(first, replyOf('ready', 2_000), 2_010)
    expect(second.history.map(({ status }) => status)).toEqual(['generating', 'ready'])
  })

  test('ends the failures before it', () => {
    const failed = recordFault(first, toFault(new HttpError(500)), 2_000, 0.5)
    expect(recordReply(failed, replyOf('ready', 3_000), 3_000)).not.toHaveProperty('fault')
    expect(recordReply(failed, replyOf('ready', 3_000), 3_000).failures).toBe(0)
  })

  test('older than the one shown leaves that one, but was a check', () => {
    const older = recordReply(first, replyOf('requested', 500), 2_000)
    expect(older).toEqual({ ...first, checkedAt: 2_000 })
  })

  test('never comes from the future: the clock may be set back between its headers and its end', () => {
    const check = recordReply(undefined, replyOf('generating', 9_000), 1_000)
    expect(check).toMatchObject({ reply: { at: 1_000 }, history: [{ from: 1_000 }], checkedAt: 1_000 })
  })

  test('that stands in marks the newer one that is shown, until the next comes', () => {
    const standIn = recordReply(first, { ...replyOf('generating', 990), isStale: true }, 2_000)
    expect(standIn.reply).toEqual({ ...replyOf('generating', 1_000), isStale: true })
    expect(recordReply(standIn, replyOf('generating', 3_000), 3_000).reply).toEqual(
      replyOf('generating', 3_000),
    )
  })
})

describe('a check that brings none', () => {
  const before = recordReply(undefined, replyOf('ready', 1_000), 1_000)

  test.each<[string, Error, Partial<Check>]>([
    ['no usable answer counts and draws', new HttpError(404), { failures: 1, jitter: 0.25 }],
    [
      'an unknown rental is an answer',
      new ApiError(32, ''),
      { failures: 0, jitter: 0, missing: { from: 2_000, foundUntil: 1_000 } },
    ],
    ['so is an error of the rental’s own', new ApiError(33, ''), { failures: 0, jitter: 0 }],
  ])('leaves the last reply and its history standing: %s', (_, error, expected) => {
    const after = recordFault(before, toFault(error), 2_000, 0.25)
    const { reply, history } = before
    expect(after).toEqual({ reply, history, fault: toFault(error), checkedAt: 2_000, ...expected })
  })

  test.each([new RateLimitError(0), new RateLimitError(60_000), new ApiError(10, '')])(
    'for a reason of the board’s says nothing of the rental, and is to be made again soon: $name',
    error => {
      const fault = toFault(error)
      expect(recordFault(before, fault, 2_000, 0.25)).toEqual({
        ...before,
        failures: 1,
        jitter: 1,
        checkedAt: 2_000,
      })
      expect(recordFault(recordFault(undefined, fault, 2, 1), fault, 3, 1)).toMatchObject({ failures: 1 })
    },
  )

  test('again counts on', () => {
    const fault = toFault(new NetworkError('refused'))
    expect(recordFault(recordFault(before, fault, 2, 1), fault, 3, 1).failures).toBe(2)
  })
})

describe('a rental that went missing', () => {
  const gone = { name: 'ApiError', code: 32, message: 'not found' } as const
  const found = recordReply(undefined, replyOf('ready', 1_000), 1_000)
  const missing = recordFault(found, gone, 5_000, 0)

  test('is missing since the first check that did not find it, however often it is looked for', () => {
    expect(missing.missing).toEqual({ from: 5_000, foundUntil: 1_000 })
    expect(recordFault(missing, gone, 9_000, 0).missing).toEqual(missing.missing)
    const lost = { name: 'NetworkError', message: '' } as const
    expect(recordFault(missing, lost, 9_000, 0).missing).toEqual(missing.missing)
  })

  test('is so since another time when the clock is set back', () => {
    expect(moveTimes(missing, at => at - 500).missing).toEqual({ from: 4_500, foundUntil: 500 })
  })

  test('is there again with the next reply', () => {
    expect(recordReply(missing, replyOf('ready', 9_000), 9_000).missing).toBeUndefined()
  })

  test('was never missing when the provider never knew it', () => {
    expect(recordFault(undefined, gone, 5_000, 0).missing).toBeUndefined()
  })
})
