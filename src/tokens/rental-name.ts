/** The longest name kept, in characters: the field that edits it takes no more. */
const LONGEST = 120

/** A name on one line, without white space around it, at most 120 characters; undefined when nothing is left. */
export function tidyName(text: string): string | undefined {
  const line = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()
  return [...line].slice(0, LONGEST).join('').trim() || undefined
}
