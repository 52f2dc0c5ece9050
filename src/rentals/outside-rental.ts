import { isToken } from '../api/rental.ts'
import { firstCharacters } from '../lib/first-characters.ts'
import type { ImportPreview, Refusal } from './import-preview.ts'
import { tokensByName } from './key-names.ts'
import { withoutInvisibles } from './plain-text.ts'
import { withoutSecrets } from './secrets.ts'
import { parseTags } from './tags.ts'
import { MAX_NAME_CHARS, MAX_NOTE_CHARS, MAX_TAGS } from './tracked-rental.ts'
import type { NewRental } from './tracked-store.ts'

export const MAX_PASTE_CHARS = 2_000_000

/** In one paste, link or backup. */
export const MAX_RENTALS = 10_000

const MAX_INTERESTS = 1_000
/** Of one rental in a link: {@link MAX_TAGS} of them are taken. */
const MAX_READ_TAGS = 1_000
const MAX_EXAMINED_CHARS = 2_000

/** The token in an address or after its name; else the text itself. Never a key, and nothing invisible. */
export function tokenIn(written: string): string {
  const visible = withoutInvisibles(written.slice(0, MAX_EXAMINED_CHARS))
  // Without a sign or a space there is no name with a value.
  if (!/[\s=:%&＝：]/.test(visible)) return visible
  const { text, hadSecrets } = withoutSecrets(visible)
  return tokensByName(text)[0]?.trim() || (hadSecrets ? '' : text)
}

/** One line without keys, at most `MAX_NAME_CHARS`; undefined when nothing is left. */
export function normalizeName(text: string): string | undefined {
  return firstCharacters(wholeName(text), MAX_NAME_CHARS).trim() || undefined
}

/** The same of at most `MAX_NOTE_CHARS`. */
export function normalizeNote(text: string): string | undefined {
  return firstCharacters(wholeName(text), MAX_NOTE_CHARS).trim() || undefined
}

/** As long as it came, up to `MAX_EXAMINED_CHARS`. */
export function wholeName(text: string): string {
  if (text === '') return ''
  const bare = withoutSecrets(text.trim().slice(0, MAX_EXAMINED_CHARS)).text
  return bare.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()
}

/** Name and tags of a rental from a link or a backup, as the board writes them and without any API key. */
export function tidyRental({
  token,
  name = '',
  tags = [],
}: NewRental): NewRental & { tags: readonly string[] } {
  const parsed = tags.slice(0, MAX_TAGS).flatMap(tag => parseTags(withoutSecrets(tag).text))
  const tagsLeftOut = Math.max(0, tags.length - MAX_TAGS) + Math.max(0, parsed.length - MAX_TAGS)
  return {
    token: tokenIn(token),
    name: normalizeName(name),
    tags: parsed.slice(0, MAX_TAGS),
    ...(tagsLeftOut > 0 && { tagsLeftOut }),
  }
}

/** Characters of an interest's code and of its name. */
export const MAX_CODE_CHARS = 20
export const MAX_INTEREST_NAME_CHARS = 60

/** Drops API keys and line breaks, and what is too long of a name. */
export function tidyInterests(interests: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.entries(interests).flatMap(([code, name]) => {
    const tidied = normalizeName(firstCharacters(name, MAX_INTEREST_NAME_CHARS))
    const isCode = code.length <= MAX_CODE_CHARS && normalizeName(code) === code
    return isCode && tidied !== undefined ? [[code, tidied] as const] : []
  })
  return Object.fromEntries(names)
}

/** True for more rentals, tags of one rental (a list each) or names of interests than a board reads from outside. */
export function isTooMuch(rentals: number, tags: Iterable<unknown> = [], interests: unknown = {}): boolean {
  if (rentals > MAX_RENTALS || Object.keys(interests ?? {}).length > MAX_INTERESTS) return true
  for (const list of tags) if (Array.isArray(list) && list.length > MAX_READ_TAGS) return true
  return false
}

/** Splits into new, tracked and invalid ones; `rentals` has each once. */
export function classifyRentals(
  rentals: readonly NewRental[],
  isTracked: (token: string) => boolean,
  ignored: readonly string[] = [],
): ImportPreview {
  const good = rentals.filter(({ token }) => isToken(token))
  return {
    added: good.filter(({ token }) => !isTracked(token)),
    present: good.filter(({ token }) => isTracked(token)),
    refused: rentals.flatMap(({ token: text }) => (isToken(text) ? [] : { text, why: refusalOf(text) })),
    ignored,
  }
}

function refusalOf(text: string): Refusal {
  return [...text.slice(0, 300)].length > 128 ? 'too-long' : 'unprintable'
}
