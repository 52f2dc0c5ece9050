/** 1 to 128 printable characters without white space: the provider documents no form. */
const TOKEN = /^[^\s\p{C}\p{Z}]{1,128}$/u

/** A key with its name, as in a whole address or a line of code. */
const HOLDS_KEY = /api[_-]?key["'\]]{0,3}(?:[=:]|%3d)/i

export function isToken(text: string): boolean {
  return TOKEN.test(text) && !holdsKey(text)
}

/** True for a text with an API key in it, which once was taken for a part of a token. */
export function holdsKey(text: string): boolean {
  return HOLDS_KEY.test(text)
}
