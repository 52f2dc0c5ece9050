export type TokenMatch = { readonly word: string; readonly name?: string | undefined }

export type Extraction = {
  readonly taken: readonly TokenMatch[]
  /** Words skipped because better ones stand beside them. */
  readonly ignored: number
}

/** Separated by lines, commas, semicolons or any white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).filter(word => word !== '')
}

/** Between white space, and with a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

/** Without the quotation marks and brackets around it, Excel's `="…"`, and a dot behind it. */
export function unquoted(cell: string): string {
  const start = /^(?:=(?=["']))?["'`«“”„‘’‹<([{]*/.exec(cell)?.[0].length ?? 0
  let end = cell.length
  while (end > start && `"'\`»“”‘’›>)]}.`.includes(cell.charAt(end - 1))) end -= 1
  return cell.slice(start, end).trim()
}
