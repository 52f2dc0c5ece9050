/**
 * What may come back from the provider, for both servers. In the JavaScript of nginx's njs, as `request-rule.js`.
 * @typedef {import('./request-rule.js').Call} Call
 * @typedef {import('./request-rule.js').ErrorReason} ErrorReason
 * @typedef {import('./request-rule.js').Reply} Reply
 * @typedef {'shareable' | 'private' | 'failure'} Kind
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

const passedStatusHeaders = ['retry-after', 'date', 'age']
const passedFileHeaders = ['content-type', 'content-disposition', 'content-length', 'retry-after']

/** A shorter key protects nothing, and redacting it would garble the reply. */
const MIN_KEY_CHARS = 4

/** More than any usual spelling of one character of the key has. */
const MAX_SPELLING_BYTES = 16

/** As many as a call takes on every engine. */
const MAX_ARGUMENTS = 1024

/** @type {{ [char: string]: string | undefined }} */
const entities = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

/**
 * Why a reply cannot be passed on, by its HTTP status, encodings and length; undefined when it can.
 * @type {(call: Call, status: number, received: (name: string) => string | null | undefined) => ErrorReason | undefined}
 */
function replyFault(call, status, received) {
  if (status < 200) return 'upstream-unreachable'
  if (status >= 300 && status < 400) return 'upstream-redirect'
  // Compressed bytes could hide the key.
  const isCompressed =
    received('content-encoding') || !/^(?:chunked)?$/i.test(received('transfer-encoding') || '')
  const isTooLong = Number(received('content-length') || 0) > maxBytes[call]
  return isCompressed || isTooLong ? 'upstream-unreadable' : undefined
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
 * The headers under which a file is sent on: without the key, and so that it is saved under its name and never shown.
 * @type {(received: (name: string) => string | undefined, key: string) => Record<string, string>}
 */
function fileHeaders(received, key) {
  /** @type {Record<string, string>} */
  const headers = {}
  passedFileHeaders.forEach(name => {
    const value = received(name)
    if (value !== undefined && redactKey(value, key) === value) headers[name] = value
  })
  headers['content-type'] = contentType('file', headers['content-type'])
  headers['content-disposition'] = (headers['content-disposition'] || '').replace(/^[^;]*/, 'attachment')
  return headers
}

/**
 * A rental's reply as it is sent on, cleared of the key, and who may hear it.
 * @type {(status: number, received: (name: string) => string | null | undefined, body: Buffer, key: string) => { kind: Kind, reply: Reply }}
 */
function statusReply(status, received, body, key) {
  /** @type {(name: string) => string} */
  const header = name => redactKey(received(name) || '', key)
  /** @type {Record<string, string>} */
  const headers = { 'content-type': contentType('status', header('content-type')) }
  passedStatusHeaders.forEach(name => {
    if (received(name)) headers[name] = header(name)
  })
  const cleared = redactPiece(body, keyPattern(key))
  const kind = classifyReply(status, header('retry-after'), cleared.toString())
  return { kind, reply: { status, headers, body: cleared } }
}

/**
 * `shareable` between viewers is a rental, or that there is none (32); `private` an account's error, a wish for fewer
 * requests or what nobody understands; a `failure` has no word of the provider's in it.
 * @type {(status: number, retryAfter: string, text: string) => Kind}
 */
function classifyReply(status, retryAfter, text) {
  const reply = parseObject(text)
  if (status >= 500 && retryAfter === '' && reply.code === undefined) return 'failure'
  const isSuccess =
    /^(?:true|1)$/.test(String(reply.success)) && (reply.code === undefined || Number(reply.code) === 200)
  return (isSuccess ? status === 200 : Number(reply.code) === 32) ? 'shareable' : 'private'
}

/** @type {(text: string) => { success?: unknown, code?: unknown }} */
function parseObject(text) {
  try {
    return JSON.parse(text) || {}
  } catch (_) {
    return {}
  }
}

/**
 * Overwrites every spelling of the key with asterisks. `bytes` has one character for each byte; the zero bytes between
 * the letters of a UTF-16 text stay, and so does every other byte: no charset breaks.
 * @type {(bytes: string, key: string) => string}
 */
function redactKey(bytes, key) {
  return redactText(bytes, keyPattern(key))
}

/** @type {(text: string, pattern: RegExp | undefined) => string} */
function redactText(text, pattern) {
  return pattern === undefined ? text : text.replace(pattern, found => found.replace(/[^\0]/g, '*'))
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
 * Without a copy where the key is not in the bytes.
 * @type {(bytes: Buffer, pattern: RegExp | undefined) => Buffer}
 */
function redactPiece(bytes, pattern) {
  if (pattern === undefined) return bytes
  pattern.lastIndex = 0
  return pattern.test(bytes.toString()) ? fromLatin1(redactText(toLatin1(bytes), pattern)) : bytes
}

/**
 * The bytes of which every spelling of the key has one: a letter of it, or what a spelling of that begins with. Numbers
 * have none of them, and are passed on without a copy, of which njs frees none before the end. Empty without a letter.
 * @type {(key: string) => number[]}
 */
function keyMarks(key) {
  const letter = /[g-z]/i.exec(key) || /[a-z]/i.exec(key)
  if (letter === null) return []
  return `${letter[0].toLowerCase()}${letter[0].toUpperCase()}%&\\`.split('').map(char => char.charCodeAt(0))
}

/**
 * Clears a file of the key, piece by piece, into pieces to send: so much is held back that no key slips through between
 * two. Throws when the file grows too long.
 * @type {(key: string) => (piece: Buffer, isLast: boolean) => Buffer[]}
 */
function createFileRedactor(key) {
  const pattern = keyPattern(key)
  const marks = keyMarks(key)
  const heldBytes = pattern === undefined ? 0 : key.length * MAX_SPELLING_BYTES
  /** @type {(bytes: Buffer) => boolean} */
  const isClear = bytes => marks.length > 0 && marks.every(mark => bytes.indexOf(mark) < 0)
  let length = 0
  /** @type {Buffer} */
  let held = Buffer.from([])
  return (piece, isLast) => {
    length += piece.length
    if (length > maxBytes.file) throw new Error('the file is too long')
    const isWhole = pattern === undefined || (piece.length > heldBytes && isClear(held) && isClear(piece))
    const before = isWhole ? held : Buffer.from([])
    const bytes = isWhole ? piece : redactPiece(Buffer.concat([held, piece]), pattern)
    const end = isLast ? bytes.length : Math.max(0, bytes.length - heldBytes)
    held = bytes.subarray(end)
    // An empty one, too: nginx sends the headers with it.
    const passed = bytes.subarray(0, end)
    return before.length > 0 ? [before, passed] : [passed]
  }
}

/**
 * One character for each byte; njs has no such encoding.
 * @type {(bytes: Buffer) => string}
 */
function toLatin1(bytes) {
  const parts = []
  for (let start = 0; start < bytes.length; start += MAX_ARGUMENTS) {
    parts.push(
      String.fromCharCode.apply(null, Array.prototype.slice.call(bytes, start, start + MAX_ARGUMENTS)),
    )
  }
  return parts.join('')
}

/** @type {(text: string) => Buffer} */
function fromLatin1(text) {
  return Buffer.from(text.split('').map(char => char.charCodeAt(0)))
}

export default {
  maxBytes,
  replyFault,
  contentType,
  statusReply,
  fileHeaders,
  classifyReply,
  redactKey,
  createFileRedactor,
}
