import keyPattern from './key-pattern.js'

/**
 * As `src/server/redact-key.ts`: the text, one character for each byte, with every spelling of the key overwritten by
 * as many asterisks. The zero bytes between the letters of a UTF-16 text stay, and so does every other byte.
 */
function maskKey(bytes, key) {
  const pattern = keyPattern(key)
  return pattern ? bytes.replace(pattern, found => found.replace(/[^\0]/g, '*')) : bytes
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default maskKey
