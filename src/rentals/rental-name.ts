import { firstCharacters } from '../lib/first-characters.ts'
import { withoutSecrets } from './secrets.ts'
import { MAX_NAME_CHARS } from './tracked-rental.ts'

const MAX_EXAMINED_CHARS = 2_000

/** One line without keys, at most `MAX_NAME_CHARS`; undefined when nothing is left. */
export function normalizeName(text: string): string | undefined {
  if (text === '') return undefined
  const bare = withoutSecrets(text.trim().slice(0, MAX_EXAMINED_CHARS)).text
  const line = bare.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()
  return firstCharacters(line, MAX_NAME_CHARS).trim() || undefined
}
