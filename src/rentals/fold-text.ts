/** Drops case, accents, ligatures and kinds of dash, and takes compound words apart. */
export function foldText(text: string): string {
  // Accents go first, too: putting a long run of them in order takes time in the square of its length.
  return text
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\w)[-'’](?=\w)/g, ' ')
}
