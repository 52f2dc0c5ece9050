import { describe, expect, test } from 'vitest'
import { ApiError, HttpError, NetworkError } from '../../src/api/errors.ts'
import type { Fault } from '../../src/api/fault.ts'
import { changedSince, type Summary, sameSummary, summarise } from '../../src/rentals/summary.ts'
import { rentalWith, summaryWith } from './samples.ts'

const since = { since: 1_000, exact: true }

describe('a summary', () => {
  test('takes from the reply what the board counts', () => {
    const rental = rentalWith({
      status: 'generating',
      cost: { quantity: 110, total: '9.900', unitPrice: '0.090' },
      places: [
        { location: '60200', wanted: 100, available: 40 },
        { location: '60300', wanted: 10, available: 500 },
      ],
    })
    expect(summarise('a', rental, undefined, since)).toEqual({
      token: 'a',
      state: 'generating',
      rental,
      error: undefined,
      stale: false,
      contacts: 110,
      total: '9.900',
      shortfall: 60,
      since,
    })
  })

  test('of a rental without an answer has nothing to count', () => {
    const empty = { token: 'a', stale: false, shortfall: 0, contacts: undefined, total: undefined }
    expect(summarise('a', undefined)).toEqual({ ...empty, state: 'pending' })
    const error = new NetworkError('refused')
    expect(summarise('a', undefined, error)).toEqual({ ...empty, state: 'error', error })
  })

  test('of a rental without a cost has none', () => {
    expect(summarise('a', rentalWith({}))).toMatchObject({ contacts: undefined, total: undefined })
  })

  test.each<[string, Fault | undefined, boolean]>([
    ['a good check', undefined, false],
    ['a failed check', new HttpError(502), true],
    ['a rental that is gone', new ApiError(32, ''), true],
  ])('is stale or not after %s', (_, error, stale) => {
    expect(summarise('a', rentalWith({}), error).stale).toBe(stale)
  })

  test('is stale while its reply stands in for another', () => {
    expect(summarise('a', rentalWith({}), undefined, undefined, true).stale).toBe(true)
  })

  test.each<[string, Fault | undefined, typeof since | undefined]>([
    ['its status stands', undefined, since],
    ['a check fails', new HttpError(502), since],
    ['it is not found any more', new ApiError(32, ''), undefined],
  ])('says since when while %s', (_, error, expected) => {
    expect(summarise('a', rentalWith({}), error, since).since).toEqual(expected)
  })

  test('does not say since when before the first answer', () => {
    expect(summarise('a', undefined, undefined, since).since).toBeUndefined()
  })
})

describe('two summaries', () => {
  const whole: Summary = summaryWith({
    rental: rentalWith({}),
    error: new ApiError(31, 'Token manquant'),
    contacts: 10,
    total: '0.900',
    since,
  })

  test('are the same when all that they show is', () => {
    const copy = { ...whole, since: { ...since } }
    expect(sameSummary(whole, copy)).toBe(true)
    expect(sameSummary(summaryWith({}), summaryWith({}))).toBe(true)
  })

  test('differ by what the server says under the same HTTP status', () => {
    const saying = (said: string) => summaryWith({ error: new HttpError(502, said) })
    expect(sameSummary(saying('Injoignable.'), saying('Redirection.'))).toBe(false)
  })

  test.each<[string, Partial<Summary>]>([
    ['the state', { state: 'failed' }],
    ['staleness', { stale: true }],
    ['the error’s kind', { error: new NetworkError('Token manquant') }],
    ['the error’s words', { error: new ApiError(31, 'autre') }],
    ['the error’s code', { error: new ApiError(61, 'Token manquant') }],
    ['the error’s lack of a code', { error: new ApiError(undefined, 'Token manquant') }],
    ['the error’s end', { error: undefined }],
    ['the rental', { rental: rentalWith({ phoneNumbers: 1 }) }],
    ['the lack of a rental', { rental: undefined }],
    ['since when', { since: { since: 2_000, exact: true } }],
    ['how exactly', { since: { since: 1_000, exact: false } }],
    ['since not given', { since: undefined }],
  ])('differ by %s', (_, change) => {
    expect(sameSummary(whole, { ...whole, ...change })).toBe(false)
    expect(sameSummary({ ...whole, ...change }, whole)).toBe(false)
  })
})

test('the rentals that changed are those that are new or other than before', () => {
  const [a, b, added] = ['a', 'b', 'c'].map(token => summaryWith({ token }))
  const failed = summaryWith({ token: 'b', state: 'failed' })
  const mapOf = (...summaries: readonly (Summary | undefined)[]) =>
    new Map(summaries.flatMap(summary => (summary ? [[summary.token, summary]] : [])))
  const before = mapOf(a, b)
  expect(changedSince(before, before)).toEqual([])
  expect(changedSince(before, mapOf(added, a, failed))).toEqual([added, failed])
  expect(changedSince(before, mapOf(a))).toEqual([])
})
