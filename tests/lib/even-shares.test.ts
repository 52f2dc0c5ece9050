import { expect, test } from 'vitest'
import { evenShares } from '../../src/lib/even-shares.ts'

test('equal values stand evenly apart, whatever stands between them', () => {
  expect(evenShares([10, 60, 10, Number.POSITIVE_INFINITY, 10, 60, 10])).toEqual([
    0, 0, 0.25, 0, 0.5, 0.5, 0.75,
  ])
})
