import { expect, test } from 'vitest'
import { hurry } from '../../src/components/list/hurry.ts'
import { listItems } from '../../src/components/list/list-items.ts'

const tokens = Array.from({ length: 40 }, (_, index) => `rental-${index}`)
const lines = listItems([{ tokens }], false).map((item, index) => ({ item, index, height: 72 }))
const brief = (drawn: ReturnType<typeof hurry>) =>
  drawn.filter(({ isBrief }) => isBrief).map(({ index }) => index)

test.each([
  ['a list that rests', 0, 20, false, []],
  ['a list that moves by three rows', 3, 13, true, []],
  ['a list that moves by four rows', 4, 14, true, [10, 11, 12, 13]],
  ['a list that jumps', 20, 24, true, [20, 21, 22, 23]],
])('of %s, the rows in brief are those that it cannot draw in time', (_, from, to, isScrolling, expected) => {
  expect(brief(hurry(lines.slice(from, to), lines.slice(0, 10), isScrolling))).toEqual(expected)
})

test('a row in brief is drawn whole once the list rests', () => {
  const moving = hurry(lines.slice(4, 14), lines.slice(0, 10), true)
  expect(brief(hurry(lines.slice(5, 14), moving, true))).toEqual([10, 11, 12, 13])
  expect(brief(hurry(lines.slice(5, 14), moving, false))).toEqual([])
})
