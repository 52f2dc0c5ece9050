import { identifiersOf, looksLikeIdentifier, unquoted } from '../../rentals/identifiers.ts'
import type { ImportPreview } from '../../rentals/import-preview.ts'
import { holdsJoinedTokens } from '../../rentals/key-names.ts'
import {
  classifyRentals,
  MAX_PASTE_CHARS,
  MAX_RENTALS,
  normalizeName,
  tokenIn,
  wholeName,
} from '../../rentals/outside-rental.ts'
import { decodedText, visibleText } from '../../rentals/plain-text.ts'
import { withoutSecrets } from '../../rentals/secrets.ts'
import { shareIn } from '../../rentals/share-link.ts'
import { MAX_NAME_CHARS } from '../../rentals/tracked-rental.ts'
import { parseJson } from './parse-json.ts'
import { parseRows } from './parse-rows.ts'

/** Longer texts are offered to no search. */
const MAX_QUERY_CHARS = 60

/** Words or numbers, and no code. */
const QUERY = /^[^{}<>[\]=]*[\p{L}\p{N}][^{}<>[\]=]*$/u

/** Before a line: quotation of mails, a list's bullets or numbers, and who wrote when in a chat. */
const LEADS =
  /^(?![^\r\n]*[\t;])(?:[ \u00a0]*(?:>|(?:[-*•·–]|\d{1,3}[.)])[ \u00a0]+|\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4}[, ][^\]\r\n]{1,15}\] [^:\r\n]{1,40}: |\d{1,2}\/\d{1,2}\/\d{2,4},? [^-\r\n]{1,15} - [^:\r\n]{1,40}: ))+/gm

const nothing: ImportPreview = { added: [], present: [], refused: [], ignored: [] }
const tooMuch: ImportPreview = { ...nothing, isTooMuch: true }

/** Removes keys and passwords first. Where the provider's own tokens are in the text, nothing else is taken. */
export function parsePaste(pasted: string, isTracked: (token: string) => boolean): ImportPreview {
  if (pasted.length > MAX_PASTE_CHARS) return tooMuch
  const plain = decodedText(visibleText(pasted))
  const share = shareIn(plain)
  if (share !== undefined) return { ...nothing, share }
  const { text, hadSecrets } = withoutSecrets(plain.replace(LEADS, ''))
  const identifiers = identifiersOf(text)
  const { certain } = identifiers
  const { taken, ignored } = parseJson(text, certain) ?? parseRows(text, identifiers, hadSecrets)
  // What the form of the text did not show as a token is one all the same.
  const further = certain ? identifiers.in(text).map(word => ({ word, name: undefined })) : []
  const names = new Map<string, string | undefined>()
  const otherNames: { token: string; name: string }[] = []
  const cutNames: { token: string; name: string }[] = []
  for (const { word, name = '' } of [...taken, ...further]) {
    const token = certain ? (identifiers.in(word)[0] ?? '') : tokenIn(word)
    // An address without a token was only there for its key.
    if (token === '' || (hadSecrets && token.includes('://'))) continue
    const [before, own] = [names.get(token), normalizeName(name)]
    if (before !== undefined && own !== undefined && own !== before) otherNames.push({ token, name: own })
    names.set(token, before ?? own)
    if (before === undefined && name.length > MAX_NAME_CHARS) {
      const whole = wholeName(name)
      if (whole !== own) cutNames.push({ token, name: whole })
    }
    if (names.size > MAX_RENTALS) return tooMuch
  }
  const rentals = [...names].map(([token, name]) => ({ token, ...(name !== undefined && { name }) }))
  const preview = classifyRentals(rentals, isTracked, ignored)
  const isSearch = !hadSecrets && preview.present.length === 0 && !rentals.some(isLikely)
  const query = isSearch ? queryOf(text) : undefined
  return {
    ...preview,
    ...(otherNames.length > 0 && { otherNames }),
    ...(cutNames.length > 0 && { cutNames }),
    ...(hadSecrets && { hadSecrets }),
    ...(certain && holdsJoinedTokens(text) && { hadJoined: true }),
    ...(!certain && preview.added.length > 0 && { isUnusual: true }),
    ...(query !== undefined && { query }),
  }
}

function isLikely({ token }: { token: string }): boolean {
  return looksLikeIdentifier(token)
}

/** What may be meant for the search field: a few words. */
function queryOf(text: string): string | undefined {
  const start = text
    .slice(0, 2 * MAX_QUERY_CHARS)
    .replace(/\s+/g, ' ')
    .trim()
  return start.length <= MAX_QUERY_CHARS && QUERY.test(start)
    ? unquoted(start.replace(/["«»“”] ?/g, ''))
    : undefined
}
