import { canBeName, type Identifiers, isPlainWord, withoutPunctuation } from './identifiers.ts'
import { countWords, type Reading, type Taken, wordsOf } from './reading.ts'

/** A first word, perhaps in quotation marks, and what follows a delimiter. */
const NAMED = /^["«]?\s?([\w-]+)\s?["»]?[^\S\t]*(\t|[;,:|]|[-–—=](?=\s))(.+)$/u

/** A list's bullet or number. */
const BULLET = /^\s*([-*•·–]|\d{1,3}[.)])\s+/

/**
 * Reads text line by line. «token, name» (also parted by a tab, `;`, `:`, `|` or a dash) is a token with its name
 * when the first word looks like an identifier and the rest can be a name. Otherwise every word is a token, except
 * in prose: there only words that look like identifiers are taken.
 */
export function readLines(text: string, identifiers: Identifiers): Reading {
  const lines = text.split(/[\r\n]+/).map(line => withoutBullet(line, identifiers))
  const named = lines.map(line => readNamed(line, identifiers))
  const isInProse = isProse(lines, named, identifiers)
  const taken: Taken[] = []
  let ignored = 0
  for (const [at, line] of lines.entries()) {
    const own = named[at]
    if (own !== undefined) taken.push(own)
    else {
      for (const word of wordsOf(line)) {
        const token = tokenOfAddress(word) ?? (isInProse ? identifierIn(word, identifiers) : word)
        if (token !== undefined) taken.push({ word: token })
        else ignored += countWords(word)
      }
    }
  }
  return { taken, ignored }
}

/** The line without its bullet or number, where an identifier follows it. */
function withoutBullet(line: string, identifiers: Identifiers): string {
  const item = line.replace(BULLET, '')
  return identifiers.has(wordsOf(item)[0] ?? '') ? item : line
}

function identifierIn(word: string, identifiers: Identifiers): string | undefined {
  const bare = withoutPunctuation(word)
  return identifiers.has(bare) ? bare : undefined
}

function readNamed(line: string, identifiers: Identifiers): Taken | undefined {
  const [, word = '', delimiter = '', rest = ''] = NAMED.exec(line) ?? []
  if (!identifiers.has(word) || !canBeName(rest, identifiers)) return undefined
  const cells = delimiter === '\t' || delimiter === ';' ? rest.split(delimiter) : [rest]
  const name = cells.find(cell => canBeName(cell, identifiers))
  return { word, name: name?.trim().replace(/^"(.*)"$/, '$1') }
}

/**
 * Prose holds an identifier and, on a line that is not «token, name», several words parted by spaces of which three
 * in a row are made of letters; beside an identifier of the provider's own form one such word is enough.
 */
function isProse(
  lines: readonly string[],
  named: readonly (Taken | undefined)[],
  identifiers: Identifiers,
): boolean {
  const inWords = lines.map(line => line.split(/\s+/u).filter(word => word !== ''))
  const isTaken = (word: string) => (tokenOfAddress(word) ?? identifierIn(word, identifiers)) !== undefined
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

/** The token that a web address asks for, as the provider's own endpoint writes it: the key beside it stays out. */
function tokenOfAddress(word: string): string | undefined {
  const address = /https?:\/\/\S+/i.exec(word)?.[0]
  if (address === undefined || !URL.canParse(address)) return undefined
  return new URL(address).searchParams.get('token')?.trim() || undefined
}
