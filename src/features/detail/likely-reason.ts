import type { Summary } from '../../rentals/summary.ts'
import type { detailWords } from './words.ts'

type ReasonWords = (typeof detailWords.fr)['reasons']

/** What a token of the provider's looks like. Source: `docs/provider-api.md`, The reply. */
const TOKEN_CHARACTERS = 40

/** Why a rental needs a look, as far as can be told from here; undefined where it needs none, or only waits. */
export function likelyReason(summary: Summary, words: ReasonWords): string | undefined {
  const { state, token, rental, error, shortfall } = summary
  if (state === 'failed') return shortfall > 0 ? words['too-few'](shortfall) : words.unsaid
  if (state === 'unknown') return words.undocumented
  if (state === 'not-found') {
    return rental === undefined ? (oddToken(token, words) ?? words['other-account']) : words.gone
  }
  return state === 'error' && error?.name === 'ApiError'
    ? (oddToken(token, words) ?? words.unsaid)
    : undefined
}

function oddToken(token: string, words: ReasonWords): string | undefined {
  const characters = [...token]
  if (characters.length !== TOKEN_CHARACTERS) return words.length(characters.length)
  const wrong = new Set(characters.filter(character => !/[\da-f]/i.test(character)))
  return wrong.size === 0 ? undefined : words.characters([...wrong].join(' '))
}
