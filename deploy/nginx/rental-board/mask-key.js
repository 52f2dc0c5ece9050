/** A shorter key hides nothing, and masking it would eat the words of the reply. */
const SHORTEST = 4

const entities = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

/** Every way that a URL, JSON or XML may write one ASCII character, as a pattern without regard to case. */
function spellings(char) {
  const code = char.charCodeAt(0)
  const hex = code.toString(16)
  const named = entities[char] ? `|&${entities[char]};` : ''
  return `\\\\?\\x${hex}|%(?:25)*${hex}|\\\\u00${hex}|&#(?:0*${code}|x0*${hex});${named}`
}

/**
 * As `src/server/mask-key.ts`: the text, one character for each byte, with every spelling of the key overwritten by
 * as many asterisks. The zero bytes between the letters of a UTF-16 text stay, and so does every other byte.
 */
function maskKey(bytes, key) {
  if (key.length < SHORTEST) return bytes
  const pattern = key
    .split('')
    .map(char => `(?:${spellings(char)})`)
    .join('\\x00*')
  return bytes.replace(new RegExp(pattern, 'gi'), found => found.replace(/[^\0]/g, '*'))
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default maskKey
