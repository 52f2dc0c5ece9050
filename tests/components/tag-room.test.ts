import { expect, test } from 'vitest'
import { tagRoom } from '../../src/components/tags/tag-room.ts'

const rem = (text: string | undefined) => Number.parseFloat(text ?? '')

test('needs nothing for no tag', () => {
  expect(tagRoom([])).toEqual({ '--first': '0.00rem', '--both': '0.00rem' })
})

test.each<[string, readonly string[], readonly string[]]>([
  ['a longer tag', ['Soldes d’été'], ['Soldes']],
  ['wide letters', ['MMMM'], ['iiii']],
  ['capitals', ['ABCD'], ['abcd']],
  ['the count of a second', ['Soldes', 'été'], ['Soldes']],
])('the first needs more for %s', (_, more, less) => {
  expect(rem(tagRoom(more)['--first'])).toBeGreaterThan(rem(tagRoom(less)['--first']))
})

test('two need more than the first and a count, three no more than two and a count', () => {
  const two = tagRoom(['Soldes', 'Printemps'])
  const three = tagRoom(['Soldes', 'Printemps', 'Lille'])
  expect(rem(two['--both'])).toBeGreaterThan(rem(two['--first']))
  expect(rem(three['--both']) - rem(two['--both'])).toBeCloseTo(1.5)
  expect(tagRoom(['Soldes', 'Printemps', 'Lille', 'Nord'])).toEqual(three)
})
