import { foldText } from './fold-text.ts'

export const TAG_COLOUR_COUNT = 5

/** A number below {@link TAG_COLOUR_COUNT}, always the same for the same word. */
export function tagTint(tag: string): number {
  let hash = 0
  for (const character of foldText(tag)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % TAG_COLOUR_COUNT
}
