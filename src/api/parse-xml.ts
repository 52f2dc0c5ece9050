/** One element of an XML text. Its name keeps its prefix, its attributes are not kept. */
export type XmlElement = {
  name: string
  /** What is written in it outside its elements, entities resolved. */
  text: string
  elements: readonly XmlElement[]
}

const NAME = String.raw`[\p{L}_:][\p{L}\p{N}_:.-]*`
const ATTRIBUTE = String.raw`\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*')`

const PIECE = new RegExp(
  [
    '<!--(?:(?!--)[^])*-->',
    String.raw`<\?[^]*?\?>`,
    String.raw`<!DOCTYPE[^<>[\]]*>`,
    String.raw`<!\[CDATA\[(?<data>[^]*?)\]\]>`,
    String.raw`<\/(?<closed>${NAME})\s*>`,
    String.raw`<(?<opened>${NAME})(?:${ATTRIBUTE})*\s*(?<empty>\/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'uy',
)

const named: ReadonlyMap<string, string> = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
])

/** What XML lets a text hold. */
const CHARACTER = /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u

type Open = { name: string; text: string; elements: XmlElement[] }

/**
 * Reads the root element of an XML text without definitions of its own; undefined when the text is not well-formed.
 * The browser's parser would do, but counts its report of an error, which is styled, against the page's policy.
 */
export function parseXml(text: string): XmlElement | undefined {
  const outside: Open = { name: '', text: '', elements: [] }
  const open = [outside]
  for (PIECE.lastIndex = 0; PIECE.lastIndex < text.length; ) {
    const inner = open.at(-1)
    const piece = PIECE.exec(text)?.groups
    if (inner === undefined || piece === undefined) return undefined
    const written = piece.data ?? resolve(piece.text ?? '')
    if (written === undefined) return undefined
    inner.text += written
    if (piece.opened !== undefined) {
      const element: Open = { name: piece.opened, text: '', elements: [] }
      inner.elements.push(element)
      if (piece.empty === '') open.push(element)
    }
    if (piece.closed !== undefined && (open.length === 1 || open.pop()?.name !== piece.closed))
      return undefined
  }
  const isWhole = open.length === 1 && outside.elements.length === 1 && outside.text.trim() === ''
  return isWhole ? outside.elements[0] : undefined
}

/** The text with its references resolved; undefined when one of them means nothing. */
function resolve(text: string): string | undefined {
  let isSound = true
  const resolved = text.replace(/&([^&;]*;?)/g, (_, reference: string) => {
    const character = characterFor(reference)
    isSound &&= character !== undefined
    return character ?? ''
  })
  return isSound ? resolved : undefined
}

function characterFor(reference: string): string | undefined {
  const { decimal, hex } = /^#(?:(?<decimal>\d+)|x(?<hex>[\da-fA-F]+));$/.exec(reference)?.groups ?? {}
  const code = Number(decimal ?? `0x${hex}`)
  if (Number.isNaN(code)) return named.get(reference)
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : ''
  return CHARACTER.test(character) ? character : undefined
}
