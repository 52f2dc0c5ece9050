import { describe, expect, test } from 'vitest'
import { tagTint } from '../../src/rentals/tag-tint.ts'
import { tagColours } from '../../src/ui/tag-button.tsx'
import { contrast } from './theme.ts'

const names = ['teal', 'violet', 'pink', 'olive', 'sky']

describe('the colours of tags', () => {
  test.each(names)('%s can be read on its tint in both themes', name => {
    expect(contrast(`tag-${name}`, `tag-${name}-tint`)).toBeGreaterThan(5)
  })

  test('are as many as there are tints, each with a token of its own', () => {
    const tags = Array.from({ length: 200 }, (_, index) => `tag ${index}`)
    const byTint = new Map(tags.map(tag => [tagTint(tag), tagColours(tag)]))
    const expected = names.map(name => `bg-tag-${name}-tint text-tag-${name}`)
    expect([...byTint].sort(([a], [b]) => a - b).map(([, colours]) => colours)).toEqual(expected)
  })
})
