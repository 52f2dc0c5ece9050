import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tagColours } from '../../src/ui/tag-button.tsx'

const styles = readFileSync('src/styles/theme.css', 'utf8')
const names = ['teal', 'violet', 'pink', 'olive', 'sky']

/** The two colours of a token, for the light and the dark theme, as `#rrggbb`. */
function token(name: string): readonly [string, string] {
  const [, light, dark] = styles.match(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`) ?? []
  if (light === undefined || dark === undefined) throw new Error(`no token ${name}`)
  return [light, dark]
}

/** WCAG 2: from 0 for black to 1 for white. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of tags', () => {
  test.each(names)('%s can be read on its tint in both themes', name => {
    const ink = token(`tag-${name}`)
    const tint = token(`tag-${name}-tint`)
    expect(contrast(ink[0], tint[0])).toBeGreaterThan(5)
    expect(contrast(ink[1], tint[1])).toBeGreaterThan(5)
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
