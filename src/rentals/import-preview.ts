import type { NewRental } from './tracked-store.ts'

/** `unreadable`: an entry of a file in which no rental can be found. */
export type Refusal = 'too-long' | 'unprintable' | 'unreadable'

/** What an import would do; each rental once, in the order of the text. */
export type ImportPreview = {
  readonly added: readonly NewRental[]
  /** Already tracked; the name is the imported one. */
  readonly present: readonly NewRental[]
  readonly refused: readonly { text: string; why: Refusal }[]
  /** Words skipped among the tokens: prose, and the other columns of a table. */
  readonly ignored: readonly string[]
  /** Names that a token had further on; the first one counts. */
  readonly otherNames?: readonly { readonly token: string; readonly name: string }[]
  /** Names that were longer, in full. */
  readonly cutNames?: readonly { readonly token: string; readonly name: string }[]
  /** Keys or passwords were found, and left out. */
  readonly hadSecrets?: boolean
  /** Tokens stood side by side with nothing between them. */
  readonly hadJoined?: boolean
  /** More than is read in one go; nothing of it was. */
  readonly isTooMuch?: boolean
  /** None of the tokens has the provider's form. */
  readonly isUnusual?: boolean
  /** Words that may be meant for the search field. */
  readonly query?: string
  /** The part of a share link (`parseShare`) that was in the text; nothing else of it was read. */
  readonly share?: string
}

/** True for one bare token or less: there is nothing to preview. */
export function isSingleToken(incoming: ImportPreview): boolean {
  const { added, present, refused, ignored, ...flags } = incoming
  if (ignored.length > 0 || Object.values(flags).some(Boolean)) return false
  if (added.length + present.length + refused.length > 1) return false
  return ![...added, ...present].some(({ name }) => name !== undefined)
}

export function isEmpty({ added, present, refused }: ImportPreview): boolean {
  return added.length + present.length + refused.length === 0
}
