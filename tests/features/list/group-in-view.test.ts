import { expect, test } from 'vitest'
import { shownAt } from '../../../src/features/list/group-in-view.tsx'

const heading = (group: 'collect' | 'attention') => {
  return { kind: 'heading', key: group, group, count: 1 } as const
}

/** Two headings of 48 px whose last 32 px stay, at the start and 200 px below it. */
const ends = [
  { heading: heading('collect'), end: 48 },
  { heading: heading('attention'), end: 248 },
]

test.each([
  ['above the list', 0, undefined, 0],
  ['where the first heading meets the edge', 17, 'collect', 0],
  ['among the first rows', 150, 'collect', 0],
  ['where the next heading comes up', 194, 'collect', -10],
  ['just before the next one takes over', 216, 'collect', -32],
  ['where the next one has taken over', 217, 'attention', 0],
  ['far below', 9_000, 'attention', 0],
])('%s, the group in view and its push', (_, edge, group, push) => {
  const shown = shownAt(edge, ends, 32)
  expect([shown.heading?.group, shown.push]).toEqual([group, push])
})
