import { describe, expect, test } from 'vitest'
import { rentalStates } from '../../src/rentals/status.ts'
import { countStates } from '../../src/rentals/totals.ts'
import { summaryWith } from './samples.ts'

describe('counts', () => {
  test('are zero in every state of an empty board', () => {
    expect(countStates([])).toEqual(Object.fromEntries(rentalStates.map(state => [state, 0])))
  })

  test.each(rentalStates)('count the %s ones and no others', state => {
    const counts = countStates([summaryWith({ state }), summaryWith({ state })])
    expect(counts).toEqual(Object.fromEntries(rentalStates.map(name => [name, name === state ? 2 : 0])))
  })
})
