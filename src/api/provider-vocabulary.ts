import { type KnownStatus, knownStatuses, type RentalStatus, statuses } from '../rentals/status.ts'
import { statusSentences } from '../rentals/status-sentences.ts'
import type { Sex } from './rental.ts'
import { parseCount } from './written-number.ts'

/** The longest word or sentence (characters) that is looked up or kept: the raw reply has the rest. */
const MAX_SENTENCE_CHARS = 200

const statusCodes = new Map<number, KnownStatus>(knownStatuses.map(status => [statuses[status].code, status]))

const sentences = wordMap<KnownStatus>(
  knownStatuses.flatMap(status => {
    const { french, english } = statusSentences[status]
    return [french, ...english].map(sentence => [sentence, status] as const)
  }),
)

/** The form's `m` is «mixte», never "male". Source: `docs/provider-api.md`, The reply. */
const sexes = wordMap<Sex>([
  ...['f', 'femme', 'femmes', 'female', 'females', 'woman', 'women'].map(word => [word, 'women'] as const),
  ...['h', 'homme', 'hommes', 'male', 'males', 'man', 'men'].map(word => [word, 'men'] as const),
  ...['m', 'mixte', 'mixtes', 'mixed'].map(word => [word, 'mixed'] as const),
])

const successes = wordMap<boolean>([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

function wordMap<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries.map(([word, value]) => [plain(word), value]))
}

/**
 * The same for every case, accent, composition, spacing, quotation and final full stop, with or without «the» and the
 * agreement of «effectué(e)», and without invisible characters.
 */
function plain(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}"“”«»]/gu, '')
    .toLowerCase()
  return letters
    .replace(/\s+/g, ' ')
    .replace(/[ .!?]+$/, '')
    .trim()
    .replace(/\bthe |(?<=e)e\b/g, '')
}

/** Whether the reply says it succeeded; `'odd'` for a word that says neither. */
export function parseSuccess(value: unknown): boolean | 'odd' {
  const isWord = typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string'
  return (isWord ? successes.get(String(value).trim().toLowerCase()) : undefined) ?? 'odd'
}

export function parseSex(word: string): Sex | undefined {
  return word.length > MAX_SENTENCE_CHARS ? undefined : sexes.get(plain(word))
}

/** From the code, as a number or a string, or from a documented sentence. */
export function parseStatus(value: unknown): { status: RentalStatus; statusText: string } {
  const text = statusText(value)
  const known = statusCodes.get(parseCount(value) ?? Number.NaN) ?? sentences.get(plain(text))
  return { status: known ?? 'unknown', statusText: text }
}

function statusText(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : jsonText(value)
  return text.length > MAX_SENTENCE_CHARS ? `${text.slice(0, MAX_SENTENCE_CHARS - 1)}…` : text
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    // Only a value nested thousands deep gets here: JSON.parse takes it, JSON.stringify may overflow.
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}
