import { percentDecoded } from '../lib/percent-decoded.ts'
import { namesKey, tokensByName } from './key-names.ts'

const ESCAPED =
  /(?:%[0-9a-f]{2})+|&(?:(amp|quot|apos|lt|gt|equals|colon|nbsp);|#(\d{1,5});|#x([0-9a-f]{1,4});)|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['equals', '='],
  ['colon', ':'],
  ['nbsp', ' '],
])

/** How often one address may be nested in another. */
const MAX_DECODE_ROUNDS = 3

/** Decodes only words whose escapes hide the name of a key or token: `%26token%3D` becomes `&token=`. */
export function plainWriting(text: string): string {
  if (!/[%&\\]/.test(text)) return text
  return text.replace(/\S+/g, word => {
    if (!/[%&\\]/.test(word)) return word
    let plain = word
    for (let depth = 0; depth < MAX_DECODE_ROUNDS; depth += 1) plain = plain.replace(ESCAPED, unescaped)
    return plain !== word && (namesKey(plain) || tokensByName(plain).length > 0) ? plain : word
  })
}

function unescaped(
  escaped: string,
  entity?: string,
  decimal?: string,
  hex?: string,
  unicode?: string,
  byte?: string,
): string {
  if (escaped.startsWith('%')) return percentDecoded(escaped)
  if (entity !== undefined) return ENTITIES.get(entity.toLowerCase()) ?? escaped
  const code = decimal === undefined ? Number.parseInt(hex ?? unicode ?? byte ?? '', 16) : Number(decimal)
  const isForJson = escaped.startsWith('\\') && (code === 0x22 || code === 0x5c)
  return code < 0x20 || isForJson ? escaped : String.fromCharCode(code)
}
