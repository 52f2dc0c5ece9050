/**
 * Rows as RFC 4180 and spreadsheets write them: a quoted cell may hold the delimiter, line ends and doubled quotes. A
 * quote that nothing closes is a character like any other.
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  const isCellEnd = (character: string | undefined) =>
    character === delimiter || character === '\n' || character === '\r' || character === undefined
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length || row.length > 0) {
    const quoted = readQuoted(text, at, delimiter)
    let end = quoted?.end ?? at
    while (!isCellEnd(text[end])) end += 1
    row.push(quoted?.cell ?? text.slice(at, end))
    at = end + 1
    if (text[end] === delimiter) continue
    if (text[end] === '\r' && text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  return rows
}

/** Undefined when no quoted cell begins at `from`. */
function readQuoted(
  text: string,
  from: number,
  delimiter: string,
): { cell: string; end: number } | undefined {
  if (text[from] !== '"') return undefined
  let at = from + 1
  while (at < text.length) {
    const mark = text.indexOf('"', at)
    if (mark === -1) return undefined
    const next = text[mark + 1]
    if (next !== '"') {
      const isClosed = next === undefined || next === delimiter || next === '\r' || next === '\n'
      return isClosed ? { cell: text.slice(from + 1, mark).replaceAll('""', '"'), end: mark + 1 } : undefined
    }
    at = mark + 2
  }
  return undefined
}
