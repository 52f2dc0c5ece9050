/** A word taken for a token, and the name that stands beside it. */
export type TokenMatch = { readonly word: string; readonly name?: string | undefined }

/** What one way of reading finds in a pasted text, in its order. */
export type Extraction = {
  readonly taken: readonly TokenMatch[]
  /** Words passed over because better ones stand beside them. */
  readonly ignored: number
}

/** Words are parted by lines, commas, semicolons or any white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).filter(word => word !== '')
}

/** How many words a text has for a reader: what stands between white space and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
}
