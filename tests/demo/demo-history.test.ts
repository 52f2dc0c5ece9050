import { describe, expect, test } from 'vitest'
import { demoHistory } from '../../src/demo/demo-rental.ts'
import type { RentalStatus } from '../../src/rentals/status.ts'

const openedAt = Date.UTC(2026, 10, 23, 9)
const HOUR_MS = 3_600_000

describe('the past of a simulated rental', () => {
  test.each<[RentalStatus, readonly RentalStatus[]]>([
    ['requested', ['requested']],
    ['generating', ['requested', 'generating']],
    ['ready', ['requested', 'generating', 'ready']],
    ['failed', ['requested', 'generating', 'failed']],
    ['downloaded', ['requested', 'generating', 'ready', 'downloaded']],
    ['unknown', ['requested', 'unknown']],
  ])('leads to %s by way of %j', (status, expected) => {
    expect(demoHistory(status, HOUR_MS, openedAt).map(step => step.status)).toEqual(expected)
  })

  test('begins when the rental was added and reaches to the opening, without a gap', () => {
    const past = demoHistory('downloaded', HOUR_MS, openedAt)
    expect(past[0]?.from).toBe(openedAt - HOUR_MS)
    expect(past.at(-1)?.until).toBe(openedAt - 1)
    expect(past.slice(1).map(({ from }) => from)).toEqual(past.slice(0, -1).map(({ until }) => until + 1))
    expect(past.every(({ from, until }) => from < until)).toBe(true)
  })
})
