/**
 * What a token is, for the page and for both servers. It is judged as a URL writes it: engines count and class the
 * letters themselves in ways of their own. In the JavaScript of nginx's njs, as `request-rule.js`.
 */

/** 1 to 128 characters: the provider documents no form. */
const CHARACTERS = /^(?:[^%]|%[0-7].|%[CD].%..|%E.%..%..|%F.%..%..%..){1,128}$/

/** Controls, white space, what is invisible or for private use, and what decoders make of broken text. */
const UNPRINTABLE =
  /%(?:[01].|20|7F|C2%(?:[89].|A0|AD)|E1%(?:9A%80|A0%8E)|E2%80%(?:8.|A[89A-F])|E2%81%(?:9F|A.)|E3%80%80|EE|EF%(?:[89].|A[0-3]|BB%BF|BF%B[9-F])|F3|F4)/

/** A key with its name, as in a whole address or a line of code. */
const HOLDS_KEY = /api[_-]?key["'\]]{0,3}(?:[=:]|%3d)/i

/**
 * True for a text with an API key in it, which once was taken for a part of a token.
 * @type {(text: string) => boolean}
 */
function holdsKey(text) {
  return HOLDS_KEY.test(text)
}

/** @type {(text: string) => boolean} */
function isToken(text) {
  try {
    const encoded = encodeURIComponent(text)
    return CHARACTERS.test(encoded) && !UNPRINTABLE.test(encoded) && !holdsKey(text)
  } catch (_) {
    // Half of a character.
    return false
  }
}

export default { holdsKey, isToken }
