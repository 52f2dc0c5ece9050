/** The text with plain spaces for the no-break ones, whose width differs between versions of `Intl`. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}
