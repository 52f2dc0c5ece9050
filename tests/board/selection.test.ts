import { describe, expect, test } from 'vitest'
import { type BoardSelection, createSelection, neighbour, selectedTokens } from '../../src/board/selection.ts'

type Step = (selection: BoardSelection) => void

const list = (letters: string): Step => {
  return selection => selection.setListed([...letters])
}
const press = (token: string): Step => {
  return selection => selection.select(token, false)
}
const shift = (token: string): Step => {
  return selection => selection.select(token, true)
}
const selectAll: Step = selection => selection.selectAll()
const deselect: Step = selection => selection.clear()

describe('a selection in the list a b c d e f', () => {
  test.each<[string, readonly Step[], string]>([
    ['begins empty', [], ''],
    ['holds what was pressed', [press('b'), press('d')], 'bd'],
    ['lets go of what is pressed again', [press('b'), press('d'), press('b')], 'd'],
    ['ranges from the one pressed last', [press('b'), shift('d')], 'bcd'],
    ['ranges backwards', [press('e'), shift('c')], 'cde'],
    ['ranges from the same anchor again', [press('c'), shift('e'), shift('a')], 'abcde'],
    ['adds the range to what there is', [press('a'), press('d'), shift('e')], 'ade'],
    ['ranges from the one that was released', [press('b'), press('b'), shift('d')], 'bcd'],
    ['ranges from nowhere to the one alone', [shift('c')], 'c'],
    ['takes that one for the next anchor', [shift('c'), shift('e')], 'cde'],
    ['takes everything', [selectAll], 'abcdef'],
    ['lets go of everything', [selectAll, deselect], ''],
    ['forgets its anchor with everything', [press('b'), deselect, shift('e')], 'e'],
    ['survives a new order', [press('b'), press('d'), list('fedcba')], 'db'],
    ['ranges over the new order', [press('b'), list('bfdaec'), shift('d')], 'bfd'],
    ['loses what a filter hides', [press('b'), press('d'), list('abc')], 'b'],
    ['does not get it back', [press('b'), press('d'), list('abc'), list('abcdef')], 'b'],
    ['takes everything that a filter leaves', [list('ace'), selectAll], 'ace'],
    ['ranges from nowhere when the anchor is hidden', [press('b'), list('acd'), shift('d')], 'd'],
    ['does not choose what is new', [selectAll, list('abcdefgh')], 'abcdef'],
    ['ends with the list', [press('b'), list('')], ''],
  ])('%s', (_, steps, expected) => {
    const selection = createSelection()
    for (const step of [list('abcdef'), ...steps]) step(selection)
    const end = selection.state.getState()
    expect(selectedTokens(end).join('')).toBe(expected)
    expect(end.selected.size).toBe(expected.length)
  })
})

test.each([
  ['b', 1, 'c'],
  ['b', -1, 'a'],
  ['a', -1, undefined],
  ['c', 1, undefined],
  ['elsewhere', 1, undefined],
  ['elsewhere', -1, undefined],
])('from %s, %i further in a b c is %s', (token, steps, expected) => {
  expect(neighbour(['a', 'b', 'c'], token, steps)).toBe(expected)
})
