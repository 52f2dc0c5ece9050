import { ApiError } from '../../api/errors.ts'
import type { Summary } from '../../rentals/summary.ts'

/** Why a rental needs a look, as far as can be told from here. */
export type LikelyReason =
  /** The token has another number of characters than the provider's. */
  | { readonly kind: 'length'; readonly characters: number }
  /** The token has characters that none of the provider's has. */
  | { readonly kind: 'characters'; readonly wrong: string }
  /** The provider knew it before. */
  | { readonly kind: 'gone' }
  /** The token looks right, so it may belong to another account. */
  | { readonly kind: 'other-account' }
  /** The places hold fewer contacts than were wanted. */
  | { readonly kind: 'too-few'; readonly missing: number }
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'undocumented' }

/** What a token of the provider's looks like. Source: `docs/provider-api.md`, The reply. */
const TOKEN_CHARACTERS = 40

/** Undefined for a rental that needs nothing, or that only waits for an answer. */
export function likelyReason(summary: Summary): LikelyReason | undefined {
  const { state, token, rental, error, shortfall } = summary
  if (state === 'failed') {
    return shortfall > 0 ? { kind: 'too-few', missing: shortfall } : { kind: 'unsaid' }
  }
  if (state === 'unknown') return { kind: 'undocumented' }
  if (state === 'not-found') {
    if (rental !== undefined) return { kind: 'gone' }
    return oddToken(token) ?? { kind: 'other-account' }
  }
  return state === 'error' && error instanceof ApiError ? (oddToken(token) ?? { kind: 'unsaid' }) : undefined
}

/** Whether the reason is in the token, which the user can correct. */
export function isTokenInDoubt({ state }: Summary): boolean {
  return state === 'not-found' || state === 'error'
}

function oddToken(token: string): LikelyReason | undefined {
  const characters = [...token]
  if (characters.length !== TOKEN_CHARACTERS) return { kind: 'length', characters: characters.length }
  const wrong = [...new Set(characters.filter(character => !/[\da-f]/i.test(character)))]
  return wrong.length === 0 ? undefined : { kind: 'characters', wrong: wrong.join(' ') }
}
