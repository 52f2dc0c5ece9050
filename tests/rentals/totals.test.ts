import { describe, expect, test } from 'vitest'
import { totalsOf } from '../../src/rentals/totals.ts'
import { summaryWith } from './samples.ts'

describe('totals', () => {
  test('of nothing are nothing', () => {
    expect(totalsOf([])).toEqual({ contacts: 0, cost: '0', ready: 0, shortfall: 0 })
  })

  test('sum what the replies gave, and money exactly', () => {
    const summaries = [
      summaryWith({ contacts: 10, total: '0.1', shortfall: 3 }),
      summaryWith({ contacts: 1_200, total: '0.2' }),
      summaryWith({ state: 'pending' }),
      summaryWith({ state: 'failed', contacts: 5, shortfall: 4 }),
      summaryWith({ total: '1000.7' }),
    ]
    expect(totalsOf(summaries)).toEqual({
      contacts: 1_215,
      cost: '1001',
      ready: 1_210,
      shortfall: 7,
    })
  })
})
