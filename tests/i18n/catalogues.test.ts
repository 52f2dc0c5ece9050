import { describe, expect, test } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { allSpoken, type Spoken } from './spoken.ts'

/** Each feature's own words stand in its folder, those of several that load later in a file of their own. */
const loadedLater = Object.entries(
  import.meta.glob<Readonly<Record<string, { fr: object; en: object }>>>(
    ['../../src/features/*/words.ts', '../../src/i18n/*-words.ts'],
    { eager: true },
  ),
)

const french = allSpoken(all('fr', fr))
const english = allSpoken(all('en', en))

function all(language: 'fr' | 'en', shared: object) {
  const words = loadedLater.map(([file, exported]) => [file, Object.values(exported).map(of => of[language])])
  return { ...shared, ...Object.fromEntries(words) }
}

/** The names of the languages stay in their own language. */
const isLanguageName = ({ path }: Spoken) => /languages\.(fr|en)$/.test(path)

function saying(spoken: readonly Spoken[], pattern: RegExp): readonly Spoken[] {
  return spoken.filter(({ text }) => pattern.test(text))
}

describe('both catalogues', () => {
  test('have the same entries, which ask for the same', () => {
    const shape = (spoken: readonly Spoken[]) => spoken.map(({ path }) => path).sort()
    expect(french.length).toBeGreaterThan(200)
    expect(shape(english)).toEqual(shape(french))
  })

  test.each([
    ['fr', french],
    ['en', english],
  ])('say something everywhere: %s', (_, spoken) => {
    expect(saying(spoken, /^\s*$|undefined|null|NaN|\[object|#|\$\{/)).toEqual([])
  })

  test.each([
    ['fr', french],
    ['en', english],
  ])('use the signs of good print, and no space too many: %s', (_, spoken) => {
    expect(saying(spoken, /['"]|\.\.\.|^\s|\s$| {2}/)).toEqual([])
  })
})

describe('French', () => {
  test('has no plain space where a line must not break', () => {
    expect(saying(french, / [;:!?%»]|« /)).toEqual([])
  })

  test('has a space before ; : ! ? % and inside «\u202f»', () => {
    expect(saying(french, /[^\s\d][;:!?%]|[^\u00a0\u202f]»|«[^\u00a0\u202f]/)).toEqual([])
  })

  test('has the narrow space before ; ! ? % and the wide one before :', () => {
    expect(saying(french, /\u00a0[;!?%]|\u202f:/)).toEqual([])
  })
})

describe('English', () => {
  test('has no French left in it', () => {
    const words = /\b(le|la|les|des|du|une|un|vos|votre|est|sont|pas|dans|avec|pour|sur|et|ou|aucune?)\b/i
    const left = [...saying(english, /[À-ÖØ-öø-ÿœŒ«»]/), ...saying(english, words)]
    expect(left.filter(spoken => !isLanguageName(spoken))).toEqual([])
  })

  test('has no space before its punctuation', () => {
    expect(saying(english, /\s[;:!?%.,]/)).toEqual([])
  })
})
