import { isToken } from './token.ts'

/** Why a pasted word is not followed. */
export type Refusal = 'too-long' | 'unprintable'

/** What pasting a text would do, each word in the order of the text and named once. */
export type Paste = {
  added: readonly string[]
  /** Already followed. */
  present: readonly string[]
  refused: readonly { text: string; why: Refusal }[]
}

/** Tokens are parted by lines, commas, semicolons or any white space. */
const SEPARATORS = /[\s,;]+/u

/** Reads the tokens out of a pasted text; `isFollowed` tells which ones the list already has. */
export function readPaste(text: string, isFollowed: (token: string) => boolean): Paste {
  const words = new Set(text.split(SEPARATORS).filter(word => word !== ''))
  const added: string[] = []
  const present: string[] = []
  const refused: { text: string; why: Refusal }[] = []
  for (const word of words) {
    if (!isToken(word)) refused.push({ text: word, why: [...word].length > 128 ? 'too-long' : 'unprintable' })
    else if (isFollowed(word)) present.push(word)
    else added.push(word)
  }
  return { added, present, refused }
}
