import { countWords, type Extraction, type TokenMatch, wordsOf } from '../../rentals/extraction.ts'
import { canBeName, type Identifiers, isPlainWord } from '../../rentals/identifiers.ts'
import { tokensByName } from '../../rentals/key-names.ts'

/** A first word, perhaps in quotation marks, and what follows a delimiter. */
const NAMED = /^["«]?\s?([\w-]+)\s?["»]?[^\S\t]*(\t|[;,:|]|[-–—=](?=\s))(.+)$/u

/** A list's bullet or number. */
const BULLET = /^\s*([-*•·–]|\d{1,3}[.)])\s+/

/**
 * «token, name» (also separated by a tab, `;`, `:`, `|` or a dash) is a token with its name when the first word looks
 * like an identifier and the rest can be a name. Otherwise every word is a token, except in prose: there only words
 * that look like identifiers. Text that `hadSecrets` is code, settings or prose, never a list; where it names tokens
 * of no certain form, only they are taken.
 */
export function parseLines(text: string, identifiers: Identifiers, hadSecrets: boolean): Extraction {
  const byName = hadSecrets && !identifiers.certain ? tokensByName(text) : []
  if (byName.length > 0)
    return { taken: byName.map(word => ({ word })), ignored: countWords(text) - byName.length }
  const lines = text.split(/[\r\n]+/).map(line => withoutBullet(line, identifiers))
  const named = lines.map(line => readNamed(line, identifiers))
  const isInProse = hadSecrets || isProse(lines, named, identifiers)
  const taken: TokenMatch[] = []
  let ignored = 0
  for (const [at, line] of lines.entries()) {
    const own = named[at]
    if (own !== undefined) taken.push(own)
    else {
      for (const word of wordsOf(line)) {
        const tokens = isInProse ? tokensIn(word, identifiers) : [word]
        for (const token of tokens) taken.push({ word: token })
        if (tokens.length === 0) ignored += countWords(word)
      }
    }
  }
  return { taken, ignored }
}

/** Only where an identifier follows the bullet or number. */
function withoutBullet(line: string, identifiers: Identifiers): string {
  const item = line.replace(BULLET, '')
  return identifiers.has(wordsOf(item)[0] ?? '') ? item : line
}

function tokensIn(word: string, identifiers: Identifiers): readonly string[] {
  const byName = tokensByName(word)
  return byName.length > 0 ? byName : identifiers.in(word)
}

function readNamed(line: string, identifiers: Identifiers): TokenMatch | undefined {
  const [, word = '', delimiter = '', rest = ''] = NAMED.exec(line) ?? []
  if (!identifiers.has(word) || !canBeName(rest, identifiers)) return undefined
  const cells = delimiter === '\t' || delimiter === ';' ? rest.split(delimiter) : [rest]
  const name = cells.find(cell => canBeName(cell, identifiers))
  return { word, name: name?.trim().replace(/^"(.*)"$/, '$1') }
}

/**
 * Prose holds an identifier and, on a line that is not «token, name», several words of which three in a row are made
 * of letters; beside an identifier of the provider's own form one such word is enough.
 */
function isProse(
  lines: readonly string[],
  named: readonly (TokenMatch | undefined)[],
  identifiers: Identifiers,
): boolean {
  const inWords = lines.map(line => line.split(/\s+/u).filter(word => word !== ''))
  const isTaken = (word: string) => tokensIn(word, identifiers).length > 0
  if (!inWords.flat().some(isTaken)) return false
  const enough = identifiers.certain ? 1 : 3
  return inWords.some(
    (words, at) => named[at] === undefined && words.length > 1 && longestRun(words) >= enough,
  )
}

function longestRun(words: readonly string[]): number {
  let longest = 0
  let run = 0
  for (const word of words) {
    run = isPlainWord(word) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
