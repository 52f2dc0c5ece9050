/** Reads CSV by the letter of RFC 4180, with semicolons: one character at a time, and throws on what it forbids. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let state: 'start' | 'bare' | 'quoted' | 'closed' = 'start'

  function endCell() {
    row.push(cell)
    cell = ''
    state = 'start'
  }

  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (state === 'quoted') {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else state = 'closed'
    } else if (character === ';') endCell()
    else if (character === '\r' && text.charAt(at + 1) === '\n') {
      at += 1
      endCell()
      rows.push(row)
      row = []
    } else if (character === '"' && state === 'start') state = 'quoted'
    else if (state === 'closed' || character === '"' || character === '\r' || character === '\n') {
      throw new Error(`${JSON.stringify(character)} at ${at} is out of place`)
    } else {
      cell += character
      state = 'bare'
    }
  }
  if (cell !== '' || row.length > 0 || state !== 'start') throw new Error('the last row has no end')
  return rows
}
