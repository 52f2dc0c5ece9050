import { percentDecoded } from '../lib/percent-decoded.ts'
import { visibleText } from './visible-text.ts'

/** A link, also where a mail program broke it: a further line has a capital and a digit, and is nothing but link. */
const SHARE_LINK =
  /#\/partage\/([zj][\w%-]+(?:=?[^\S\n]*\n[>\s]*(?=[\w%-]*\d)(?=[\w%-]*[A-Z])[\w%-]+(?=[.)>\]"'»&?]|\s*(?:\n|$)))*)/

/** The part of a share link (`parseShare`) anywhere in a text. */
export function shareIn(text: string): string | undefined {
  const [, part] = SHARE_LINK.exec(text) ?? []
  return part === undefined ? undefined : sharePart(part)
}

/** Without what mail and chat programs add: line breaks, percent signs, and whatever follows the link. */
export function sharePart(written: string): string {
  const plain = visibleText(written.replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded))
  return /^[\w-]*/.exec(plain.replace(/=?[\s>]*\n[\s>]*|[\r%]/g, ''))?.[0] ?? ''
}
