import { describe, expect, test } from 'vitest'
import { countStates } from '../../src/domain/counts.ts'
import { rowStates } from '../../src/domain/row-state.ts'
import { summaryWith } from './samples.ts'

describe('counts', () => {
  test('are zero in every state of an empty board', () => {
    expect(countStates([])).toEqual(Object.fromEntries(rowStates.map(state => [state, 0])))
  })

  test.each(rowStates)('count the %s ones and no others', state => {
    const counts = countStates([summaryWith({ state }), summaryWith({ state })])
    expect(counts).toEqual(Object.fromEntries(rowStates.map(name => [name, name === state ? 2 : 0])))
  })
})
