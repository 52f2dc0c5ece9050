import { percentDecoded } from '../lib/encoding.ts'

/** May separate the words of a name: `api_key`, `X-Api-Key`, «clé API». */
const GAP = String.raw`[ \t\u00a0\u202f\u00ad\u200b_.-]{0,2}`
const CLE = String.raw`cl(?:é|e\u0301?)f?s?`
const REST = String.raw`[\p{L}\p{M}\w-]{0,30}`

/** Names of keys and passwords in code, settings, headers and prose; `weak` ones name other things as well. */
export const KEY_NAMES = new RegExp(
  [
    `api${GAP}(?:(?:key|token|secret)${REST}|${CLE}(?:[_-][\\w-]{0,30})?(?!\\p{L}))`,
    `${CLE}${GAP}(?:(?:d[e'’]{1,2}${GAP})?(?:l['’])?api|secr|priv|d['’]acc)${REST}`,
    `(?:access|auth|private|refresh|secret)${GAP}(?:key|token)${REST}`,
    `mot${GAP}de${GAP}passe|pass(?:word|wd|phrase)${REST}|secret(?!\\p{L})`,
    '(?<!\\p{L})(?:pwd|mdp|bearer)(?!\\p{L})|authorization|(?<!\\S)(?:-u|--user)(?=[\\s=])',
    `(?<weak>(?:token|jeton|code)${GAP}(?:d['’])?(?:api|acc[eè]s)(?!\\p{L})|${CLE}${GAP}(?:sms(?: partner)?|du compte)|(?:key|(?<!\\p{L})${CLE})(?!\\p{L}))`,
  ].join('|'),
  'giu',
)

export function namesKey(text: string): boolean {
  return text.search(KEY_NAMES) !== -1
}

/** Not for weak names. */
export function isKeyName(heading: string): boolean {
  return [...heading.matchAll(KEY_NAMES)].some(({ groups }) => groups?.weak === undefined)
}

const TOKEN_SIGN = String.raw`(?:={1,3}|\s{1,3}=(?!>)\s{0,3}|\s{0,3}(?:=>|:=?)\s{0,3})`
const TOKEN_PAIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}])tokens?["'\x60\\\])]{0,4}${TOKEN_SIGN}[\\"'\x60]{0,4}(?![=:/]|str(?:ing)?\s?=)([^\s"'\x60&<>,;|()[\]{}\\#]+)`,
  'giu',
)

/** Values under the name `token` in an address, in code or in settings. */
export function tokensByName(text: string): readonly string[] {
  return Array.from(text.matchAll(TOKEN_PAIR), ([, value = '']) => percentDecoded(value))
}

const DIGITS_IN_TOKEN = 40

/**
 * 40 hexadecimal digits, with no further one beside them, or as many again for each token that lost the sign before it;
 * a longer run is some other data. `0x` begins other numbers.
 */
const PROVIDERS_TOKENS = /(?<![0-9a-f]|0x)(?:[0-9a-f]{40}){1,10}(?![0-9a-f])/gi

export function providersTokens(text: string): readonly string[] {
  return text.match(PROVIDERS_TOKENS)?.flatMap(run => run.match(/.{40}/g) ?? []) ?? []
}

export function holdsProvidersToken(text: string): boolean {
  return text.search(PROVIDERS_TOKENS) !== -1
}

/** Some of the tokens have nothing between them. */
export function holdsJoinedTokens(text: string): boolean {
  return text.match(PROVIDERS_TOKENS)?.some(run => run.length > DIGITS_IN_TOKEN) ?? false
}
