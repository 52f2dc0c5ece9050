/** Keeps both ends, to compare: `b22b841a…cecfdb`. */
export function shortToken(token: string): string {
  const characters = [...token]
  return characters.length <= 16
    ? token
    : `${characters.slice(0, 8).join('')}…${characters.slice(-6).join('')}`
}
