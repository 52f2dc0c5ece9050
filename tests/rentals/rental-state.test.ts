import { describe, expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { type Fault, toFault } from '../../src/api/fault.ts'
import { knownStatuses, type RentalState, rentalStates } from '../../src/rentals/status.ts'
import { rentalState } from '../../src/rentals/summary.ts'
import { rentalWith } from './samples.ts'

describe('the state of a row', () => {
  test.each<[string, Fault | undefined, RentalState, RentalState]>([
    ['no error', undefined, 'pending', 'generating'],
    ['no network', new NetworkError('refused'), 'error', 'generating'],
    ['no whole reply in time', new TimeoutError(10_000), 'error', 'generating'],
    ['an HTTP error', new HttpError(502), 'error', 'generating'],
    ['too many requests', new RateLimitError(undefined), 'error', 'generating'],
    ['an unreadable reply', new DecodeError('html'), 'error', 'generating'],
    ['no token in the request (31)', new ApiError(31, ''), 'error', 'generating'],
    ['a rental that is not found (32)', new ApiError(32, ''), 'not-found', 'not-found'],
    ['a code that is not documented', new ApiError(999, ''), 'error', 'generating'],
    ['an error without a code', new ApiError(undefined, ''), 'error', 'generating'],
    ['no key (1)', new ApiError(1, ''), 'pending', 'generating'],
    ['a wrong key (10)', new ApiError(10, ''), 'pending', 'generating'],
    ['an address that is not allowed (96)', new ApiError(96, ''), 'pending', 'generating'],
    ['any other error', toFault(new Error('?')), 'error', 'generating'],
  ])('after %s', (_, error, withoutData, withData) => {
    expect(rentalState(undefined, error)).toBe(withoutData)
    expect(rentalState(rentalWith({ status: 'generating' }), error)).toBe(withData)
  })

  test.each([...knownStatuses, 'unknown'] as const)('of good data is its status: %s', status => {
    expect(rentalState(rentalWith({ status }), undefined)).toBe(status)
  })

  test('is one of nine, each listed once', () => {
    expect(new Set(rentalStates).size).toBe(9)
    expect(rentalStates).toHaveLength(9)
  })
})
