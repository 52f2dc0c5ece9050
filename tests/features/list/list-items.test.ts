import { describe, expect, test } from 'vitest'
import { listItems, plannedHeight } from '../../../src/features/list/list-items.ts'

const tokens = (count: number) => Array.from({ length: count }, (_, index) => `rental-${index}`)

/** Each line in a word: a heading with its count, a rental with its edge, the fold with what it hides. */
function lines(...args: Parameters<typeof listItems>) {
  return listItems(...args).map(item => {
    if (item.kind === 'heading') return `${item.group} ${item.count}`
    if (item.kind === 'rental') return `${item.token} ${item.edge}`
    return `${item.open ? 'fold' : 'unfold'} ${item.hidden}`
  })
}

describe('the lines of the list', () => {
  test('are none of no group', () => {
    expect(lines([], false)).toEqual([])
  })

  test('are a heading over the rentals of each group, which know their edge', () => {
    const groups = [
      { name: 'collect', tokens: ['a'] },
      { name: 'attention', tokens: ['b', 'c'] },
      { name: 'underway', tokens: ['d', 'e', 'f'] },
    ] as const
    expect(lines(groups, false)).toEqual([
      'collect 1',
      'a only',
      'attention 2',
      'b first',
      'c last',
      'underway 3',
      'd first',
      'e middle',
      'f last',
    ])
  })

  test('show twenty finished rentals as they are', () => {
    const shown = lines([{ name: 'finished', tokens: tokens(20) }], false)
    expect(shown).toHaveLength(21)
    expect([shown[0], shown[20]]).toEqual(['finished 20', 'rental-19 last'])
  })

  test('fold the finished ones beyond twenty', () => {
    const shown = lines([{ name: 'finished', tokens: tokens(25) }], false)
    expect(shown).toHaveLength(22)
    expect([shown[0], shown[20], shown[21]]).toEqual(['finished 25', 'rental-19 last', 'unfold 5'])
  })

  test('show all of them once unfolded, and can be folded again', () => {
    const shown = lines([{ name: 'finished', tokens: tokens(25) }], true)
    expect(shown).toHaveLength(27)
    expect([shown[20], shown[25], shown[26]]).toEqual(['rental-19 middle', 'rental-24 last', 'fold 5'])
  })

  test.each(['collect', 'attention', 'underway'] as const)('fold nothing under %s', name => {
    expect(lines([{ name, tokens: tokens(25) }], false)).toHaveLength(26)
  })

  test.each([
    ['', ''],
    ['a', 'a only'],
    ['a b', 'a first, b last'],
    ['a b c d', 'a first, b middle, c middle, d last'],
  ])('of a group without a name, «%s», stand in one frame without a heading', (tokens, expected) => {
    const group = { tokens: tokens.split(' ').filter(token => token !== '') }
    expect(lines([group], false).join(', ')).toBe(expected)
  })

  test('have a key each', () => {
    const groups = [
      { name: 'collect', tokens: ['fold', 'group finished'] },
      { name: 'finished', tokens: tokens(25) },
    ] as const
    const keys = listItems(groups, false).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test.each([
  ['a reply and no button', false, true, 15.25],
  ['a reply and a button', true, true, 18.5],
  ['no reply and a button', true, false, 13],
  ['no reply and no button', false, false, 9.75],
])('the card of a rental with %s is planned as high as what it says', (_, hasAction, hasReply, rem) => {
  const own = new Set(['a'])
  const none = new Set<string>()
  const [item] = listItems([{ tokens: ['a'] }], false, hasAction ? own : none, hasReply ? none : own)
  if (item === undefined) throw new Error('no line')
  expect(plannedHeight(item, { name: 'narrow', rem: 16 })).toBe(rem * 16)
  expect(plannedHeight(item, { name: 'wide', rem: 16 })).toBe(72)
})
