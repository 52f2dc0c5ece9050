// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  boardAddress,
  detailAddress,
  shareAddress,
  sharedPart,
  useSelectedToken,
} from '../../src/board/routes.ts'
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

describe('the address of a share link', () => {
  test.each([
    '#/partage/zAb-_9',
    '#/PARTAGE/zAb-_9',
    '#/Partage/zAb-_9',
    '#%2Fpartage%2FzAb-_9',
    '#%2fPartage/zAb-_9',
    shareAddress('zAb-_9').slice(location.origin.length + 1),
  ])('%s carries its part', address => {
    location.hash = address
    expect(sharedPart()).toBe('zAb-_9')
  })

  test.each(['', boardAddress, '#/partages/z', '#partage/z', '#/location/partage', '#/x/partage/z'])(
    '%j carries none',
    address => {
      location.hash = address
      expect(sharedPart()).toBeUndefined()
    },
  )
})
