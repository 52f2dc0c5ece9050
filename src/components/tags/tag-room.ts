import type { CSSProperties } from 'react'

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
  return [...tag].reduce((width, letter) => width + LETTER * emOf(letter), PADDING)
}

/** The width of a letter in em, rather too much than too little. */
function emOf(letter: string): number {
  if (/[ijlI1 .,'’|!:;ftr()-]/.test(letter)) return 0.42
  if (/[mwMW@%—]/.test(letter)) return 0.98
  return /[\p{Lu}\p{Extended_Pictographic}\p{Script=Han}]/u.test(letter) ? 0.74 : 0.61
}
