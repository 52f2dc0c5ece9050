import { once } from '../lib/once.ts'
import type { Language } from './resolve-locale.ts'

/**
 * Chooses between one and many by the language's own rule (French counts 0 as one, English does not)
 * and writes the number, grouped as the language does, in place of `#`.
 */
export const plural = { fr: pluralIn('fr'), en: pluralIn('en') } satisfies Record<Language, unknown>

/** Words that follow from a count alone: `counted.fr('# location', '# locations')(3)`. */
export const counted = { fr: countedIn(plural.fr), en: countedIn(plural.en) } satisfies Record<
  Language,
  unknown
>

function countedIn(choose: typeof plural.fr) {
  return (one: string, many = one) =>
    (count: number) =>
      choose(count, one, many)
}

function pluralIn(language: string) {
  const rules = once(() => new Intl.PluralRules(language))
  const digits = once(() => new Intl.NumberFormat(language))
  return (count: number, one: string, many: string): string =>
    (rules().select(count) === 'one' ? one : many).replace('#', digits().format(count))
}
