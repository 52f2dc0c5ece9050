/** A shorter key protects nothing, and redacting it would garble the reply. */
const MIN_KEY_CHARS = 4

const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
}

/** A case-insensitive pattern of every way that a URL, JSON or XML may write one ASCII character. */
function spellings(char: string): string {
  const hex = char.charCodeAt(0).toString(16)
  const named = entities[char]
  return [
    `\\\\?\\x${hex}`,
    `%(?:25)*${hex}`,
    `\\\\u00${hex}`,
    `&#(?:0*${char.charCodeAt(0)}|x0*${hex});`,
    ...(named === undefined ? [] : [`&${named};`]),
  ].join('|')
}

/**
 * Overwrites every spelling of the key with asterisks. `bytes` has one character for each byte; the zero bytes between
 * the letters of a UTF-16 text stay, and so does every other byte: no charset breaks.
 */
export function redactKey(bytes: string, key: string): string {
  if (key.length < MIN_KEY_CHARS) return bytes
  const pattern = Array.from(key, char => `(?:${spellings(char)})`).join('\\0*')
  return bytes.replace(new RegExp(pattern, 'gi'), found => found.replace(/[^\0]/g, '*'))
}

/** More than any usual spelling of one character has. */
const MAX_SPELLING_BYTES = 16

/** `rest` returns what was held back, once no further piece comes. */
type KeyRedactor = { next: (piece: Buffer) => Buffer; rest: () => Buffer }

/** Holds back as many bytes as a spelled key may have, so that none slips through. The length stays the same. */
export function createKeyRedactor(key: string): KeyRedactor {
  let held = ''
  return {
    next(piece) {
      const redacted = redactKey(held + piece.toString('latin1'), key)
      const end = Math.max(0, redacted.length - key.length * MAX_SPELLING_BYTES)
      held = redacted.slice(end)
      return Buffer.from(redacted.slice(0, end), 'latin1')
    },
    rest: () => Buffer.from(held, 'latin1'),
  }
}
