import { isToken } from './token.ts'
import type { NewRental } from './tracked-store.ts'

/** The longest paste that is read, in characters. */
export const MAX_PASTE_CHARS = 2_000_000

/** The most rentals that one paste, link or backup may bring. */
export const MAX_RENTALS = 10_000

/** Why something is not followed; `unreadable`: an entry of a file in which no rental can be found. */
export type Refusal = 'too-long' | 'unprintable' | 'unreadable'

/** What taking rentals in from outside would do, in their order, each named once. */
export type ImportPreview = {
  readonly added: readonly NewRental[]
  /** Already followed; a name here is the one that came. */
  readonly present: readonly NewRental[]
  readonly refused: readonly { text: string; why: Refusal }[]
  /** Words passed over among the tokens: prose, and the other columns of a table. */
  readonly ignored: number
  /** Keys or passwords stood in it, and were left out. */
  readonly hadSecrets?: boolean
  /** It holds more than is read in one go; nothing of it was. */
  readonly isTooMuch?: boolean
}

/** Parts rentals that came from outside, each once, into the new, the followed and those that can be none. */
export function classifyRentals(
  rentals: readonly NewRental[],
  isTracked: (token: string) => boolean,
  ignored = 0,
): ImportPreview {
  const good = rentals.filter(({ token }) => isToken(token))
  return {
    added: good.filter(({ token }) => !isTracked(token)),
    present: good.filter(({ token }) => isTracked(token)),
    refused: rentals.flatMap(({ token: text }) => (isToken(text) ? [] : { text, why: refusalOf(text) })),
    ignored,
  }
}

/** True for one bare token or less: there is nothing to look over. */
export function isSingleToken(incoming: ImportPreview): boolean {
  const { added, present, refused, ignored, hadSecrets = false, isTooMuch = false } = incoming
  if (hadSecrets || isTooMuch || ignored > 0 || added.length + present.length + refused.length > 1)
    return false
  return ![...added, ...present].some(({ name }) => name !== undefined)
}

/** True when nothing came that could be followed or refused. */
export function isEmpty({ added, present, refused }: ImportPreview): boolean {
  return added.length + present.length + refused.length === 0
}

function refusalOf(text: string): Refusal {
  return [...text.slice(0, 300)].length > 128 ? 'too-long' : 'unprintable'
}
