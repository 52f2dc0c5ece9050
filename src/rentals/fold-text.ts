/** Of a category, whose sign tells it from CSP+, a dash stays. */
const DASHES = /(?<!\bcsp)-+/g

/** Drops case, accents, ligatures, dashes, invisible characters and doubled spaces, and takes compound words apart. */
export function foldText(text: string): string {
  return foldLetters(text).replace(DASHES, ' ').replace(/\s+/g, ' ')
}

/** The folded text, and again what may be written otherwise: `Saint-Quentin` also in one word and as `St Quentin`, `5 %`. */
export function foldForSearch(text: string): string {
  const letters = foldLetters(text)
  const joined = letters.match(/[^\s-]+(?:-[^\s-]+)+|\d+\s[%€]|\d+[,;]\d+/g) ?? []
  const saints = letters.match(/\b(?:saint|st)e?s?\b/g) ?? []
  const others = saints.map(word => word.replace(/^s(ain)?t/, (_, ain) => (ain ? 'st' : 'saint')))
  return [
    foldText(text),
    ...joined.map(word => word.replace(/[-\s]/g, '').replace(/[,;]/, ' ')),
    ...others,
  ].join(' ')
}

function foldLetters(text: string): string {
  // Accents go first, too: putting a long run of them in order takes time in the square of its length.
  return text
    .replace(/[\p{M}\p{Cf}\ufffc]+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\w)['’](?=\w)|(?<=\bste?s?)\./g, ' ')
}
