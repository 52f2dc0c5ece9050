import latin1 from './latin1.js'
import replyRule from './reply-rule.js'
import requestRule from './request-rule.js'

const passedHeader = /^(?:content-(?:length|disposition)|retry-after)$/i

/** Of the one request: njs runs this file for each anew. */
let pattern
let length = 0
let held = Buffer.from([])

function keyOf(r) {
  return r.headersIn['X-Api-Key'] || ''
}

/** Where the file is asked for, with the key that came in `X-Api-Key`. */
function address(r) {
  return (
    r.variables.board_api_url.replace(/\/+$/, '') +
    requestRule.providerPath('file', keyOf(r), r.args.token || '')
  )
}

/** Passes on headers that hold no key and show no document; a reply that cannot be passed on is refused by the front. */
function head(r) {
  const headers = r.headersOut
  const fault = replyRule.replyFault('file', r.status, headers['Content-Encoding'], headers['Content-Length'])
  // What is no HTTP would leave here as it came: break off instead.
  if (fault === 'upstream-unreachable') throw new Error(fault)
  for (const name in headers) {
    const value = replyRule.keylessHeader(String(headers[name]), keyOf(r))
    if (fault || !passedHeader.test(name) || value === undefined) delete headers[name]
  }
  if (fault) {
    headers['X-Accel-Redirect'] = '@board_refused'
    headers['X-Board-Refusal'] = fault
    return
  }
  const type = replyRule.keylessHeader(r.variables.upstream_http_content_type, keyOf(r))
  headers['Content-Type'] = replyRule.contentType('file', type)
  headers['Content-Disposition'] = replyRule.fileDisposition(headers['Content-Disposition'])
  pattern = replyRule.keyPattern(keyOf(r))
}

/** Clears the bytes of the key, which mostly is not in them: text of one character a byte is made only where it is. */
function redacted(bytes, key) {
  if (pattern === undefined) return bytes
  pattern.lastIndex = 0
  return pattern.test(bytes.toString()) ? latin1.write(replyRule.redactKey(latin1.read(bytes), key)) : bytes
}

/** Each piece of the body, cleared of the key; so much of it is held back that no key slips through between two. */
function piece(r, data, flags) {
  length += data.length
  if (length > replyRule.maxBytes.file) throw new Error('the file is too long')
  const bytes = redacted(Buffer.concat([held, data]), keyOf(r))
  const end = flags.last ? bytes.length : Math.max(0, bytes.length - replyRule.heldBytes(keyOf(r)))
  held = bytes.subarray(end)
  r.sendBuffer(bytes.subarray(0, end), flags)
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default { address, head, piece }
