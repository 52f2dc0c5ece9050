/** What `encodeURIComponent` writes, and nothing that two servers could read in two ways. */
const TOKEN_QUERY = /^token=((?:[\w.~!*'()-]|%[0-9A-Fa-f]{2})+)$/

/** An encoded space, line break or other control character of ASCII. */
const UNPRINTABLE = /%(?:[01][0-9a-f]|20|7f)/i

const MAX_TOKEN_CHARS = 128

/** A key under its name is no part of a token, as `src/api/token.ts` has it. */
const HOLDS_KEY = /api[_-]?key["'\]]{0,3}(?:[=:]|%3d)/i

/** Characters, counted without the further bytes of each: engines count what is decoded in two ways. */
function count(encoded) {
  return encoded.replace(/%[89ab][0-9a-f]/gi, '').replace(/%../g, '.').length
}

/** The one token in the query as `{token}`, decoded, or why there is none as `{refuse}`. */
function readToken(query) {
  const match = TOKEN_QUERY.exec(query)
  if (!match) return { refuse: 'bad-query' }
  try {
    const token = decodeURIComponent(match[1])
    const isToken =
      !UNPRINTABLE.test(match[1]) && count(match[1]) <= MAX_TOKEN_CHARS && !HOLDS_KEY.test(token)
    return isToken ? { token } : { refuse: 'bad-token' }
  } catch (_) {
    return { refuse: 'bad-token' }
  }
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default readToken
