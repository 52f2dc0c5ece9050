import { expect, test } from 'vitest'
import { firstLines } from '../../src/components/list/first-lines.ts'
import { flatItems } from '../../src/components/list/list-items.ts'

test('a page that opens draws what fits, and keeps the room of the rest', () => {
  const items = flatItems(Array.from({ length: 200 }, (_, index) => `rental-${index}`))
  const { drawn, before, after } = firstLines(items, { name: 'wide', rem: 16 }, 700)
  expect(drawn).toHaveLength(10)
  expect(drawn.map(({ index }) => index)).toEqual(drawn.map((_, index) => index))
  expect(before).toBe(0)
  expect(after).toBe((200 - drawn.length) * (drawn[0]?.height ?? 0))
  expect(firstLines(items, { name: 'wide', rem: 16 }, Number.POSITIVE_INFINITY)).toMatchObject({
    drawn: { length: 200 },
    after: 0,
  })
})
