/** The text with its percent escapes resolved; the text itself where they stand for nothing. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
