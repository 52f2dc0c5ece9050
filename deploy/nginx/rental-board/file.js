import dataType from './data-type.js'
import keyPattern from './key-pattern.js'
import latin1 from './latin1.js'
import maskKey from './mask-key.js'
import readToken from './read-token.js'
import refusal from './refusal.js'
import refuse from './refuse.js'

/** The largest file that is passed on, in bytes, as in `src/server/stream-file.ts`. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

/** More bytes than any usual spelling of one character of the key has. */
const MAX_SPELLING_BYTES = 16

const passedHeader = /^(?:content-(?:length|disposition)|retry-after)$/i

/** By request: the bytes held back, the length so far, the key's pattern, and the refusal that stands for the body. */
const underWay = {}

/** Where the file is asked for, with the key that came in `X-Api-Key`; nothing when no token came. */
function address(r) {
  const query = readToken(r.variables.args || '')
  if (query.refuse) return ''
  const base = r.variables.board_api_url.replace(/\/+$/, '')
  return `${base}/location/file/download?apiKey=${encodeURIComponent(keyOf(r))}&token=${encodeURIComponent(query.token)}`
}

function keyOf(r) {
  return r.headersIn['X-Api-Key'] || ''
}

function faultOf(r) {
  if (r.status < 200) return 'upstream-unreachable'
  if (r.status >= 300 && r.status < 400) return 'upstream-redirect'
  // Packed bytes could hold the key unseen.
  if (r.headersOut['Content-Encoding'] !== undefined) return 'upstream-unreadable'
  return Number(r.headersOut['Content-Length'] || 0) > MAX_FILE_BYTES ? 'upstream-unreadable' : undefined
}

/** Before the first byte: passes on headers that hold no key and show no document, or a refusal in the reply's place. */
function head(r) {
  const fault = faultOf(r)
  const state = { held: Buffer.from([]), length: 0, pattern: keyPattern(keyOf(r)) }
  underWay[r.variables.board_file_id] = state
  for (const name in r.headersOut) {
    const value = String(r.headersOut[name])
    if (fault || !passedHeader.test(name) || maskKey(value, keyOf(r)) !== value) delete r.headersOut[name]
  }
  if (!fault) {
    const type = r.variables.upstream_http_content_type || ''
    r.headersOut['Content-Type'] = dataType.file(maskKey(type, keyOf(r)) === type ? type : '')
    r.headersOut['Content-Disposition'] = dataType.disposition(r.headersOut['Content-Disposition'])
    return
  }
  const refused = refusal(fault)
  state.refused = JSON.stringify(refused.value)
  r.status = refused.status
  r.headersOut['Content-Type'] = 'application/json; charset=utf-8'
}

/** Masks the key in the bytes, which mostly have none: text is made of them only to look. */
function masked(bytes, pattern, key) {
  if (pattern === undefined) return bytes
  pattern.lastIndex = 0
  return pattern.test(bytes.toString()) ? latin1.write(maskKey(latin1.read(bytes), key)) : bytes
}

/** Each piece of the body, cleared of the key; so much of it is held back that no key slips through between two. */
function piece(r, data, flags) {
  const id = r.variables.board_file_id
  const state = underWay[id]
  if (state.refused !== undefined) {
    if (state.refused !== '') r.sendBuffer(state.refused, { last: true })
    state.refused = ''
    return
  }
  state.length += data.length
  if (state.length > MAX_FILE_BYTES) throw new Error('the file is too long')
  const key = keyOf(r)
  const bytes = masked(Buffer.concat([state.held, data]), state.pattern, key)
  const end = flags.last ? bytes.length : Math.max(0, bytes.length - key.length * MAX_SPELLING_BYTES)
  state.held = bytes.subarray(end)
  if (flags.last) delete underWay[id]
  r.sendBuffer(bytes.subarray(0, end), flags)
}

function late(r) {
  refuse(r, 'upstream-timeout')
}

function lost(r) {
  refuse(r, 'upstream-unreachable')
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default { address, head, piece, late, lost }
