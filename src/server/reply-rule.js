/**
 * What may come back from the provider, for both servers. In the JavaScript of nginx's njs, as `request-rule.js`.
 * @typedef {import('./request-rule.js').Call} Call
 * @typedef {import('./request-rule.js').ErrorReason} ErrorReason
 */

/** By call; the file is ten times the size of 500,000 numbers. */
const maxBytes = { status: 2 * 1024 * 1024, file: 64 * 1024 * 1024 }

/** Types of data and tables, which no browser shows as a document. */
const fileTypes = [
  'application/json',
  'text/plain',
  'text/csv',
  'application/csv',
  'text/tab-separated-values',
  'application/zip',
  'application/x-zip-compressed',
  'application/gzip',
  'application/x-gzip',
  'application/pdf',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
]

/** A shorter key protects nothing, and redacting it would garble the reply. */
const MIN_KEY_CHARS = 4

/** More than any usual spelling of one character of the key has. */
const MAX_SPELLING_BYTES = 16

/** @type {{ [char: string]: string | undefined }} */
const entities = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

/**
 * Why a reply cannot be passed on, by its HTTP status, `Content-Encoding` and `Content-Length`; undefined when it can.
 * @type {(call: Call, status: number, encoding?: string, length?: string) => ErrorReason | undefined}
 */
function replyFault(call, status, encoding, length) {
  if (status < 200) return 'upstream-unreachable'
  if (status >= 300 && status < 400) return 'upstream-redirect'
  // Compressed bytes could hide the key.
  if (encoding !== undefined) return 'upstream-unreadable'
  return Number(length || 0) > maxBytes[call] ? 'upstream-unreadable' : undefined
}

/**
 * The `Content-Type` under which a reply is sent on, with the charset that the provider names: its words are JSON or
 * plain text, for XML, too, can carry scripts.
 * @type {(call: Call, type?: string) => string}
 */
function contentType(call, type) {
  const text = type || ''
  const name = text.replace(/;.*$/, '').trim().toLowerCase()
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})(?=["'\s;]|$)/i.exec(text)
  const isAllowed = call === 'file' ? fileTypes.includes(name) : name === 'application/json'
  const otherwise = call === 'file' ? 'application/octet-stream' : 'text/plain'
  return (isAllowed ? name : otherwise) + (charset === null ? '' : `; charset=${charset[1]}`)
}

/**
 * A file is saved under its name and never shown.
 * @type {(disposition?: string) => string}
 */
function fileDisposition(disposition) {
  return (disposition || '').replace(/^[^;]*/, 'attachment')
}

/**
 * Overwrites every spelling of the key with asterisks. `bytes` has one character for each byte; the zero bytes between
 * the letters of a UTF-16 text stay, and so does every other byte: no charset breaks.
 * @type {(bytes: string, key: string) => string}
 */
function redactKey(bytes, key) {
  const pattern = keyPattern(key)
  return pattern === undefined ? bytes : bytes.replace(pattern, found => found.replace(/[^\0]/g, '*'))
}

/**
 * Matches every spelling of the key; undefined for one that is too short.
 * @type {(key: string) => RegExp | undefined}
 */
function keyPattern(key) {
  if (key.length < MIN_KEY_CHARS) return undefined
  return new RegExp(key.split('').map(spellings).join('\\x00*'), 'gi')
}

/**
 * A pattern of every way that a URL, JSON or XML may write one ASCII character, in small letters or capitals.
 * @type {(char: string) => string}
 */
function spellings(char) {
  const code = char.charCodeAt(0)
  const hex = code.toString(16)
  const named = entities[char] ? `|&${entities[char]};` : ''
  return `(?:\\\\?\\x${hex}|%(?:25)*${hex}|\\\\u00${hex}|&#(?:0*${code}|x0*${hex});${named})`
}

/**
 * How many bytes of a stream to hold back, so that no key slips through between two pieces.
 * @type {(key: string) => number}
 */
function heldBytes(key) {
  return key.length * MAX_SPELLING_BYTES
}

/**
 * A header of a file's; undefined where it holds the key.
 * @type {(value: string | undefined, key: string) => string | undefined}
 */
function keylessHeader(value, key) {
  return value === undefined || redactKey(value, key) !== value ? undefined : value
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default {
  maxBytes,
  replyFault,
  contentType,
  fileDisposition,
  redactKey,
  keyPattern,
  heldBytes,
  keylessHeader,
}
