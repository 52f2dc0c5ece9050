import { describe, expect, test } from 'vitest'
import { stageAt, type Timeline } from '../../src/demo/demo-rental.ts'

const life: Timeline = [
  { afterMs: 0, status: 0 },
  { afterMs: 12_000, status: 1 },
  { afterMs: 90_000, status: 2 },
]

describe('stageAt', () => {
  test.each([
    [-1, 0],
    [0, 0],
    [11_999, 0],
    [12_000, 1],
    [89_999, 1],
    [90_000, 2],
    [86_400_000, 2],
  ])('after %i ms the rental stands at %i', (elapsedMs, stage) => {
    expect(stageAt(life, elapsedMs)).toBe(stage)
  })

  test('a text that is no code stays as it is', () => {
    expect(stageAt([{ afterMs: 0, status: 'En attente de validation' }], 5)).toBe('En attente de validation')
  })
})
