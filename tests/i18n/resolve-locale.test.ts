import { describe, expect, test } from 'vitest'
import { type Language, resolveLocale } from '../../src/i18n/resolve-locale.ts'

describe('the language', () => {
  test.each<[readonly string[], Language]>([
    [[], 'fr'],
    [['fr'], 'fr'],
    [['fr-FR', 'fr', 'en-US', 'en'], 'fr'],
    [['fr-CA'], 'fr'],
    [['FR-be'], 'fr'],
    [['en'], 'en'],
    [['en-GB', 'fr'], 'en'],
    [['EN-us'], 'en'],
    [['de-DE', 'en', 'fr'], 'en'],
    [['de-DE', 'fr', 'en'], 'fr'],
    [['de', 'es-ES'], 'fr'],
    [['eng', 'frr', 'enm-Latn'], 'fr'],
    [['', '*', '-'], 'fr'],
  ])('for a reader of %j is %s', (preferred, expected) => {
    expect(resolveLocale(preferred)).toBe(expected)
  })
})
