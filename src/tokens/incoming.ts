import { isToken } from './token.ts'
import type { NewRental } from './tracked-store.ts'

/** Why something is not followed; `unreadable`: an entry of a file in which no rental can be found. */
export type Refusal = 'too-long' | 'unprintable' | 'unreadable'

/** What taking rentals in from outside would do, in their order, each named once. */
export type Incoming = {
  readonly added: readonly NewRental[]
  /** Already followed; a name here is the one that came. */
  readonly present: readonly NewRental[]
  readonly refused: readonly { text: string; why: Refusal }[]
  /** Words passed over among the tokens: prose, and the other columns of a table. */
  readonly ignored: number
}

/** Parts rentals that came from outside, each once, into the new, the followed and those that can be none. */
export function partRentals(
  rentals: readonly NewRental[],
  isFollowed: (token: string) => boolean,
  ignored = 0,
): Incoming {
  const good = rentals.filter(({ token }) => isToken(token))
  return {
    added: good.filter(({ token }) => !isFollowed(token)),
    present: good.filter(({ token }) => isFollowed(token)),
    refused: rentals.flatMap(({ token: text }) => (isToken(text) ? [] : { text, why: refusalOf(text) })),
    ignored,
  }
}

/** True for one bare token or less: there is nothing to look over. */
export function isPlain({ added, present, refused, ignored }: Incoming): boolean {
  const isNamed = [...added, ...present].some(({ name }) => name !== undefined)
  return added.length + present.length + refused.length <= 1 && ignored === 0 && !isNamed
}

/** True when nothing came that could be followed or refused. */
export function isEmpty({ added, present, refused }: Incoming): boolean {
  return added.length + present.length + refused.length === 0
}

function refusalOf(text: string): Refusal {
  return [...text].length > 128 ? 'too-long' : 'unprintable'
}
