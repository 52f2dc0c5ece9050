import { expect, test } from 'vitest'
import { groupDots, states } from '../../src/rentals/status.ts'
import { contrast, theme } from '../ui/theme.ts'

/** The names of the theme's colours in classes such as `bg-ready-dot`, or in `var(--color-ready-highlight)`. */
function coloursIn(words = ''): readonly string[] {
  const names = words.split(' ').flatMap(word => /^(?:bg|text|border)-(.+)$/.exec(word)?.[1] ?? [])
  return [...names, ...Array.from(words.matchAll(/var\(--color-([\w-]+)\)/g), ([, name]) => name ?? '')]
}

/** What else may follow `border-`. */
const others: ReadonlySet<string> = new Set(['transparent', 'dashed'])

const rows = Object.entries(states).map(([name, row]) => ({
  badge: '',
  dot: '',
  highlight: '',
  ...row,
  name,
}))

test.each(rows)('every colour of $name is one of the theme', ({ badge, dot, highlight }) => {
  const named = [badge, dot, highlight].flatMap(coloursIn).filter(name => !others.has(name))
  expect(named.filter(name => !theme.includes(`--color-${name}:`))).toEqual([])
})

test('every colour of a group is one of the theme', () => {
  expect(
    Object.values(groupDots)
      .flatMap(coloursIn)
      .every(name => theme.includes(`--color-${name}:`)),
  ).toBe(true)
})

test.each(rows.filter(({ badge }) => badge.includes('-tint')))(
  'the badge of $name can be read in both themes',
  ({ badge }) => {
    const [ground = '', ink = ''] = [/bg-(\S+)/, /text-(\S+)/].map(pattern => pattern.exec(badge)?.[1])
    expect(contrast(ink, ground)).toBeGreaterThan(4.5)
  },
)
