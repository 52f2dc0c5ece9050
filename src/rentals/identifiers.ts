import { wordsOf } from './extraction.ts'

export type Identifiers = {
  has: (word: string) => boolean
  /** The identifiers in a word, without the punctuation or the code around them. */
  in: (word: string) => readonly string[]
  /** The text holds words of the provider's own form: no other word is an identifier then. */
  readonly certain: boolean
}

/** The form of the provider's tokens (40 hexadecimal digits in its sample), with room to both sides. */
const PROVIDERS_FORM = /^[0-9a-f]{20,128}$/i
const IN_PROVIDERS_FORM = /(?<![\w-])[0-9a-f]{20,128}(?![\w-])/gi

/** At least 8 letters, digits, hyphens and underscores, one of them a digit. */
const LIKELY = /^(?=.*\d)[\w-]{8,128}$/

/** Dates and other groups of digits (2026-11-23), and French telephone numbers. */
const NUMBERS = /^\d+(-\d+)+$|^(0|33|0033)[1-9]\d{8}$/

/**
 * Where the text holds words of 20 hexadecimal digits or more, only they count; elsewhere words of at least 8 letters,
 * digits, `-` and `_` with a digit, but no date and no telephone number.
 */
export function identifiersOf(text: string): Identifiers {
  const certain = text.search(IN_PROVIDERS_FORM) !== -1
  if (certain) return { certain, has: isProviders, in: word => word.match(IN_PROVIDERS_FORM) ?? [] }
  return {
    certain,
    has: looksLikeIdentifier,
    in: word => [withoutPunctuation(word)].filter(looksLikeIdentifier),
  }
}

export function looksLikeIdentifier(word: string): boolean {
  return isProviders(word) || (LIKELY.test(word) && !NUMBERS.test(word))
}

function isProviders(word: string): boolean {
  return PROVIDERS_FORM.test(word)
}

/** As prose and names have them: «d’été», «Saint-Malo», «M.». */
const LETTERS = /^\p{L}[\p{L}\p{M}'’.-]*$/u

/** No word is an identifier, and one is made of letters. */
export function canBeName(text: string, identifiers: Identifiers): boolean {
  const words = wordsOf(text)
  return !words.some(identifiers.has) && words.some(isPlainWord)
}

/** A word of letters, whatever punctuation stands around it. */
export function isPlainWord(word: string): boolean {
  return LETTERS.test(withoutPunctuation(word))
}

const UNPUNCTUATED = /[\p{L}\p{N}_-](?:.*[\p{L}\p{N}\p{M}_-])?/su

function withoutPunctuation(word: string): string {
  return UNPUNCTUATED.exec(word)?.[0] ?? ''
}
