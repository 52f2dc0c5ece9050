/** The width of a text in em, rather too much than too little: estimated, so that nothing is laid out to know it. */
export function widthInEm(text: string): number {
  return [...text].reduce((width, letter) => width + emOf(letter), 0)
}

function emOf(letter: string): number {
  if (/[ijlI1 .,'’|!:;ftr()-]/.test(letter)) return 0.42
  if (/[mwMW@%—]/.test(letter)) return 0.98
  return /[\p{Lu}\p{Extended_Pictographic}\p{Script=Han}]/u.test(letter) ? 0.74 : 0.61
}
