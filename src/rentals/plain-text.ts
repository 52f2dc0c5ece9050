import { attempt } from '../lib/attempt.ts'
import { holdsProvidersToken, namesKey, tokensByName } from './key-names.ts'

/** What nobody sees, and controls that are no white space. */
const INVISIBLE = String.raw`\p{Cf}\p{Default_Ignorable_Code_Point}\ufffc\u2800\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f`
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'gu')
const INVISIBLES_BUT_OF_EMOJI = new RegExp(
  String.raw`(?<!\p{Extended_Pictographic}\ufe0f?)[${INVISIBLE}]`,
  'gu',
)

/** Where hyphenation, an element of HTML or a mail's encoding breaks a token. */
const BREAK_IN_TOKEN =
  /(?<=[0-9a-f])(?:\u00ad[^\S\n]*\r?\n[^\S\n]*|<wbr ?\/?>)(?=[0-9a-f])|(?<=[0-9a-f]{8})=\r?\n(?=[0-9a-f])/gi

/** Digits with elements of HTML among them, which mark a part of a token. */
const MARKED_DIGITS =
  /(?<![0-9a-f])[0-9a-f]{1,39}(?:(?:<\/?(?:a|b|i|u|s|em|strong|span|font|code|mark|small|sub|sup)\b[^<>]*>)+[0-9a-f]{1,39})+(?![0-9a-f])/gi

/** An equals sign in the same encoding; not the beginning of a token of its own. */
const EQUALS_OF_MAIL = /=3D(?![0-9A-Fa-f]{38}(?![0-9A-Fa-f]))/g

const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

const ESCAPED =
  /(?:%[0-9a-f]{2})+|&(?:([a-z]{2,14});|#(\d{1,7});|#x([0-9a-f]{1,6});)|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\[nrt]/gi

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['equals', '='],
  ['colon', ':'],
  ['nbsp', ' '],
  ...['shy', 'zwj', 'zwnj', 'lrm', 'rlm', 'zerowidthspace'].map(name => [name, ''] as const),
])

/** How often one address may be nested in another. */
const MAX_DECODE_ROUNDS = 3

/** Without invisible characters; those within an emoji stay. Full-width letters and signs become the usual ones. */
export function visibleText(text: string): string {
  return text
    .replace(/&(?:nbsp|#160|#xa0);/gi, '\u00a0')
    .replace(BREAK_IN_TOKEN, '')
    .replace(INVISIBLES_BUT_OF_EMOJI, '')
    .replace(MARKED_DIGITS, unmarkedToken)
    .replace(FULL_WIDTH, sign => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
}

function unmarkedToken(digits: string): string {
  const bare = digits.replace(/<[^<>]*>/g, '')
  return bare.length === 40 ? bare : digits
}

export function withoutInvisibles(word: string): string {
  return word.replace(INVISIBLES, '')
}

/** Decodes only words whose escapes hide a token, or the name of a key or token: `%26token%3D` becomes `&token=`. */
export function decodedText(text: string): string {
  if (!/[%&\\]|=3D/.test(text)) return text
  return text.replace(EQUALS_OF_MAIL, '=').replace(/\S+/g, word => {
    if (!/[%&\\]/.test(word)) return word
    let plain = word
    for (let depth = 0; depth < MAX_DECODE_ROUNDS; depth += 1) plain = plain.replace(ESCAPED, unescaped)
    if (plain === word) return word
    plain = visibleText(plain)
    return namesKey(plain) || tokensByName(plain).length > 0 || holdsProvidersToken(plain) ? plain : word
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
  if (escaped.startsWith('%')) return attempt(() => decodeURIComponent(escaped)) ?? latin1(escaped)
  if (entity !== undefined) return ENTITIES.get(entity.toLowerCase()) ?? escaped
  if (/^\\[nrt]$/i.test(escaped)) return ' '
  const code = decimal === undefined ? Number.parseInt(hex ?? unicode ?? byte ?? '', 16) : Number(decimal)
  const isForJson = escaped.startsWith('\\') && (code === 0x22 || code === 0x5c)
  return code < 0x20 || code > 0x10ffff || isForJson ? escaped : String.fromCodePoint(code)
}

function latin1(escaped: string): string {
  return escaped.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
