import { expect, test } from 'vitest'
import { flatItems } from '../../src/components/list/list-items.ts'

test.each([
  ['', ''],
  ['a', 'a only'],
  ['a b', 'a first, b last'],
  ['a b c d', 'a first, b middle, c middle, d last'],
])('without groups, «%s» stand in one frame', (tokens, expected) => {
  const items = flatItems(tokens.split(' ').filter(token => token !== ''))
  const lines = items.map(item => (item.kind === 'rental' ? `${item.token} ${item.edge}` : item.kind))
  expect(lines.join(', ')).toBe(expected)
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
})
