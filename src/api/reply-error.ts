import * as z from 'zod/mini'
import { ApiError, accountFaults, RateLimitError } from './errors.ts'
import { field } from './parse-fields.ts'
import { parseSuccess } from './provider-vocabulary.ts'
import { parseCount } from './written-number.ts'

/** The other codes that the provider names, each one rental's. Source: `docs/provider-api.md`, Errors. */
const rentalCodes: ReadonlySet<number> = new Set([11, 31, 32, 33, 34, 35, 36, 61])

const TOO_MANY_REQUESTS = 429

export function providerError(code: number | undefined, message: string): ApiError | RateLimitError {
  return code === TOO_MANY_REQUESTS ? new RateLimitError(undefined) : new ApiError(code, message)
}

/** True for an error of one rental's, which the provider names to an account that it accepts. */
export function isRentals({ code = Number.NaN }: ApiError): boolean {
  return rentalCodes.has(code)
}

/** True for a code that the provider names, and no gateway in front of it. */
export function isListed(code = Number.NaN): boolean {
  return code === TOO_MANY_REQUESTS || accountFaults.has(code) || rentalCodes.has(code)
}

/** Longer words are cut: the raw reply has the rest. */
const MAX_WORDS_CHARS = 300

const MAX_DEPTH = 4

/** The board's own server names the reason of its refusals, nginx too: `upstream-timeout`. */
const OWN_REASON = /^[a-z]+(?:-[a-z]+)+$/

/** Where a reply tells of an error. Source: `docs/provider-api.md`, Errors. */
export const toldSchema = z.object({
  success: field(parseSuccess),
  code: field(parseCount),
  message: field(wordsIn),
  error: field(wordsIn),
  errors: field(wordsIn),
})

type Told = z.infer<typeof toldSchema>

export type ReplyError = {
  readonly code: number | undefined
  /** Empty where there are none. */
  readonly words: string
  /** True when it has a form of the provider's, which nothing else on the way to it writes. */
  readonly isProviders: boolean
}

/** `error` may be a key word beside the message, and counts where there is nothing else. */
export function replyError({ success, code, message = [], error = [], errors = [] }: Told): ReplyError {
  const told = [...message, ...errors]
  const words = [...new Set(told.length > 0 ? told : error)].join(' ; ')
  const isOwn = code === undefined && message.length > 0 && OWN_REASON.test(error.join(' '))
  return {
    code,
    words: words.length > MAX_WORDS_CHARS ? `${words.slice(0, MAX_WORDS_CHARS - 1)}…` : words,
    isProviders: !isOwn && (isListed(code) || success === false || error.length + errors.length > 0),
  }
}

/** A text, or the texts of a list, of `{elementId, message}` or of lists of such pairs; undefined where there is none. */
function wordsIn(value: unknown): readonly string[] | undefined {
  const words = textsIn(value, MAX_DEPTH)
  return words.length > 0 ? words : undefined
}

function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  const parts = 'message' in value ? [value.message] : Object.values(value)
  return parts.flatMap(part => textsIn(part, depth - 1))
}
