import { holdsProvidersToken, providersTokens } from './key-names.ts'

export type Identifiers = {
  has: (word: string) => boolean
  /** The identifiers in a text, without the punctuation or the code around them. */
  in: (text: string) => readonly string[]
  /** The text holds tokens of the provider's own form: nothing else is an identifier then. */
  readonly certain: boolean
}

/** At least 8 letters, digits, hyphens and underscores, one of them a digit. */
const LIKELY = /^(?=.*\d)[\w-]{8,128}$/

/** Dates and other groups of digits (2026-11-23), and French telephone numbers. */
const NUMBERS = /^\d+(-\d+)+$|^(0|33|0033)[1-9]\d{8}$/

/** As prose and names have them: «d’été», «Saint-Malo», «M.». */
const LETTERS = /^\p{L}[\p{L}\p{M}'’.-]*$/u

const UNPUNCTUATED = /[\p{L}\p{N}_-](?:.*[\p{L}\p{N}\p{M}_-])?/su

/**
 * Where the text holds the provider's tokens, only they count; elsewhere words of at least 8 letters, digits, `-` and
 * `_` with a digit, but no date and no telephone number.
 */
export function identifiersOf(text: string): Identifiers {
  if (holdsProvidersToken(text)) return { certain: true, has: isProvidersToken, in: providersTokens }
  return {
    certain: false,
    has: looksLikeIdentifier,
    in: text => wordsOf(text).map(withoutPunctuation).filter(looksLikeIdentifier),
  }
}

export function isProvidersToken(word: string): boolean {
  return /^[0-9a-f]{40}$/i.test(word)
}

export function looksLikeIdentifier(word: string): boolean {
  return isProvidersToken(word) || (LIKELY.test(word) && !NUMBERS.test(word))
}

/** Also a short word, which counts only where it stands alone or before a name. */
export function hasDigit(word: string): boolean {
  return /\d/.test(word) && word.length >= 4 && !NUMBERS.test(word)
}

/** An answer, or an amount. */
const NO_NAME = /^(?:oui|non|yes|no|vrai|faux|true|false|-?\d[\d\s.,]*(?:€|eur|euros?|ht|ttc))$/i

/** No word is an identifier, and one is made of letters. */
export function canBeName(text: string, identifiers: Identifiers): boolean {
  if (NO_NAME.test(text.trim())) return false
  const words = wordsOf(text)
  return !words.some(identifiers.has) && words.some(word => LETTERS.test(withoutPunctuation(word)))
}

/** Separated by lines, commas, semicolons or any white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).filter(word => word !== '')
}

/** Between white space, and with a letter or a digit. */
export function readableWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]\S*/gu) ?? []
}

/** Without the quotation marks and brackets around it, Excel's `="…"`, and a dot behind it. */
export function unquoted(cell: string): string {
  const start = /^(?:=(?=["']))?["'`«“”„‘’‹<([{*]*/.exec(cell)?.[0].length ?? 0
  let end = cell.length
  while (end > start && `"'\`»“”‘’›>)]}*.`.includes(cell.charAt(end - 1))) end -= 1
  return cell.slice(start, end).trim()
}

function withoutPunctuation(word: string): string {
  return UNPUNCTUATED.exec(word)?.[0] ?? ''
}
