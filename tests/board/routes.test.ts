// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { boardAddress, detailAddress, useSelectedToken } from '../../src/board/routes.ts'
import { anyToken } from '../rentals/any-token.ts'

function selectedAt(address: string): string | undefined {
  location.hash = address
  const { result, unmount } = renderHook(useSelectedToken)
  unmount()
  return result.current
}

afterEach(() => {
  location.hash = ''
})

describe('the address', () => {
  test('names any token', () => {
    fc.assert(
      fc.property(anyToken, token => {
        expect(selectedAt(detailAddress(token))).toBe(token)
      }),
      { numRuns: 20 },
    )
  })

  test.each([boardAddress, '', '#', '#/elsewhere/abc', '#/location/%E0%A4%A'])('%j names none', address => {
    expect(selectedAt(address)).toBeUndefined()
  })
})
