import type { CSSProperties } from 'react'
import { widthInEm } from '../text-width.ts'

type TagRoom = CSSProperties & Record<`--${string}`, string>

/** Rem around the words of a tag and between two, and what «+1» takes. */
const PADDING = 1.125
const GAP = 0.25
const COUNT = 1.5

/** The size of a tag's letters in rem. */
const LETTER = 0.75

/**
 * The room (rem) that a row needs for its first tag, and for its first two, as the style's `--first` and `--both`.
 * Estimated from the letters, so that a thousand rows are laid out without measuring one.
 */
export function tagRoom([first, second, ...rest]: readonly string[]): TagRoom {
  const one = first === undefined ? 0 : widthOf(first) + GAP
  const two = second === undefined ? 0 : widthOf(second) + GAP
  return {
    '--first': `${(one + (second === undefined ? 0 : COUNT)).toFixed(2)}rem`,
    '--both': `${(one + two + (rest.length === 0 ? 0 : COUNT)).toFixed(2)}rem`,
  }
}

function widthOf(tag: string): number {
  return PADDING + LETTER * widthInEm(tag)
}
