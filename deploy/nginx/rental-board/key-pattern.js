/** A shorter key hides nothing, and masking it would eat the words of the reply. */
const MIN_KEY_CHARS = 4

const entities = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

/** Every way that a URL, JSON or XML may write one ASCII character, as a pattern without regard to case. */
function spellings(char) {
  const code = char.charCodeAt(0)
  const hex = code.toString(16)
  const named = entities[char] ? `|&${entities[char]};` : ''
  return `\\\\?\\x${hex}|%(?:25)*${hex}|\\\\u00${hex}|&#(?:0*${code}|x0*${hex});${named}`
}

/** Matches every spelling of the key, the zero bytes of UTF-16 between its letters included; nothing for a short key. */
function keyPattern(key) {
  if (key.length < MIN_KEY_CHARS) return undefined
  const spelled = key.split('').map(char => `(?:${spellings(char)})`)
  return new RegExp(spelled.join('\\x00*'), 'gi')
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default keyPattern
