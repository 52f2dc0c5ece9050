import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tagTint } from '../../src/rentals/tag-tint.ts'
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

  test('are as many as there are tints, each with a token of its own', () => {
    const tags = Array.from({ length: 200 }, (_, index) => `tag ${index}`)
    const byTint = new Map(tags.map(tag => [tagTint(tag), tagColours(tag)]))
    const expected = names.map(name => `bg-tag-${name}-tint text-tag-${name}`)
    expect([...byTint].sort(([a], [b]) => a - b).map(([, colours]) => colours)).toEqual(expected)
  })
})
