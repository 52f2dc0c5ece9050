import { firstCharacters } from '../lib/first-characters.ts'
import { withoutSecrets } from './secrets.ts'
import { LONGEST_NAME } from './tracked-rental.ts'

/** How much is looked at to find a name, in characters. */
const LOOKED_AT = 2_000

/** A name on one line, without white space around it and keys in it, at most 120 characters; undefined when nothing is left. */
export function tidyName(text: string): string | undefined {
  if (text === '') return undefined
  const bare = withoutSecrets(text.trim().slice(0, LOOKED_AT)).text
  const line = bare.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()
  return firstCharacters(line, LONGEST_NAME).trim() || undefined
}
