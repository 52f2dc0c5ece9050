import { describe, expect, test } from 'vitest'
import { plural } from '../../src/i18n/plural.ts'
import type { Language } from '../../src/i18n/resolve-locale.ts'
import { withPlainSpaces } from './plain-spaces.ts'

describe('a counted word', () => {
  test.each<[Language, number, string]>([
    ['fr', 0, '0 location'],
    ['fr', 1, '1 location'],
    ['fr', 2, '2 locations'],
    ['fr', 999, '999 locations'],
    ['fr', 1_000, '1 000 locations'],
    ['fr', 1_000_000, '1 000 000 locations'],
    ['en', 0, '0 locations'],
    ['en', 1, '1 location'],
    ['en', 2, '2 locations'],
    ['en', 999, '999 locations'],
    ['en', 1_000, '1,000 locations'],
    ['en', 1_000_000, '1,000,000 locations'],
  ])('in %s follows the rule of the language: %d', (language, count, expected) => {
    expect(withPlainSpaces(plural[language](count, '# location', '# locations'))).toBe(expected)
  })

  test('groups its digits with the space of the language, which does not break', () => {
    const grouped = new Intl.NumberFormat('fr').format(1_000)
    expect(grouped).toMatch(/^1[\u00a0\u202f]000$/)
    expect(plural.fr(1_000, '#', '#')).toBe(grouped)
  })

  test('may leave the number out', () => {
    expect(plural.fr(1, 'une seule', '#')).toBe('une seule')
  })
})
