/** A long token with its middle left out, so that both ends can be compared: `b22b841a…cecfdb`. */
export function shortToken(token: string): string {
  const characters = [...token]
  return characters.length <= 16
    ? token
    : `${characters.slice(0, 8).join('')}…${characters.slice(-6).join('')}`
}
