/** What a token may be: 1 to 128 printable characters without white space (the provider documents no form). */
const TOKEN = /^[^\s\p{C}\p{Z}]{1,128}$/u

/** True when the text can be a rental's token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}
