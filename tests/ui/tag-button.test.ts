import { describe, expect, test } from 'vitest'
import { tagColours } from '../../src/ui/tag-button.tsx'
import { contrast } from './theme.ts'

const names = ['teal', 'violet', 'pink', 'olive', 'sky']

describe('the colours of tags', () => {
  test.each(names)('%s can be read on its tint in both themes', name => {
    expect(contrast(`tag-${name}`, `tag-${name}-tint`)).toBeGreaterThan(5)
  })

  const classOf = (name: string) => `bg-tag-${name}-tint text-tag-${name}`

  test('all occur, each with a token of its own', () => {
    const words = Array.from({ length: 500 }, (_, index) => `Campagne ${index}`)
    expect([...new Set(words.map(tagColours))].sort()).toEqual(names.map(classOf).sort())
  })

  test.each([
    ['Soldes', 'soldes'],
    ['Été', 'ETE'],
    ['Hauts-de-France', 'hauts de france'],
  ])('are the same for «%s» and «%s»', (one, other) => {
    expect(tagColours(one)).toBe(tagColours(other))
  })

  test('stay what they were in earlier versions', () => {
    expect(['Printemps', 'Soldes', 'Relance'].map(tagColours)).toEqual(
      ['sky', 'violet', 'olive'].map(classOf),
    )
  })
})
