export type Identifiers = {
  has: (word: string) => boolean
  /** The identifiers in a text, without the punctuation or the code around them. */
  in: (text: string) => readonly string[]
  /** The text holds tokens of the provider's own form: nothing else is an identifier then. */
  readonly certain: boolean
}

/** The provider's tokens: 40 hexadecimal digits. */
const PROVIDERS_FORM = /(?<![0-9a-z])[0-9a-f]{40}(?![0-9a-z])/gi
const IS_PROVIDERS = /^[0-9a-f]{40}$/i

/** Escapes in addresses, JSON and mail that end in letters or digits, which would seem a part of the token behind. */
const ESCAPES = /%(?:25)*[0-9a-f]{2}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[nrt]|=3D(?=[0-9a-f]{40}(?![0-9a-f]))/gi

/** At least 8 letters, digits, hyphens and underscores, one of them a digit. */
const LIKELY = /^(?=.*\d)[\w-]{8,128}$/

/** Dates and other groups of digits (2026-11-23), and French telephone numbers. */
const NUMBERS = /^\d+(-\d+)+$|^(0|33|0033)[1-9]\d{8}$/

/**
 * Where the text holds the provider's tokens, only they count; elsewhere words of at least 8 letters, digits, `-` and
 * `_` with a digit, but no date and no telephone number.
 */
export function identifiersOf(text: string): Identifiers {
  if (providersTokens(text).length > 0) return { certain: true, has: isProviders, in: providersTokens }
  return { certain: false, has: looksLikeIdentifier, in: likelyTokens }
}

export function isProviders(word: string): boolean {
  return IS_PROVIDERS.test(word)
}

export function looksLikeIdentifier(word: string): boolean {
  return isProviders(word) || (LIKELY.test(word) && !NUMBERS.test(word))
}

function providersTokens(text: string): readonly string[] {
  return text.replace(ESCAPES, ' ').match(PROVIDERS_FORM) ?? []
}

function likelyTokens(text: string): readonly string[] {
  return text
    .split(/[\s,;]+/u)
    .map(withoutPunctuation)
    .filter(looksLikeIdentifier)
}

/** No word is an identifier, and one is made of letters, as in prose and names: «d’été», «Saint-Malo», «M.». */
export function canBeName(text: string, identifiers: Identifiers): boolean {
  const words = text.split(/[\s,;]+/u)
  return !words.some(identifiers.has) && words.some(word => LETTERS.test(withoutPunctuation(word)))
}

const LETTERS = /^\p{L}[\p{L}\p{M}'’.-]*$/u
const UNPUNCTUATED = /[\p{L}\p{N}_-](?:.*[\p{L}\p{N}\p{M}_-])?/su

function withoutPunctuation(word: string): string {
  return UNPUNCTUATED.exec(word)?.[0] ?? ''
}
