import fs from 'fs'
import replyRule from './reply-rule.js'
import requestRule from './request-rule.js'

/** The server's or the viewer's: the front sends it along. */
const keyOf = r => r.headersIn['X-Api-Key'] || ''

const addressOf = (r, call) =>
  requestRule.addressOf(r.variables.board_api_url, call, keyOf(r), r.args.token || '')
const fileAddress = r => addressOf(r, 'file')

async function askStatus(r) {
  const url = addressOf(r, 'status')
  const host = /^https?:\/\/([^/]+)/.exec(url)[1]
  const headers = { Host: host, Accept: 'application/json', 'User-Agent': 'rental-board' }
  try {
    const reply = await ngx.fetch(url, { headers, max_response_body_size: replyRule.maxBytes.status })
    const received = name => reply.headers.get(name)
    const fault = replyRule.replyFault('status', reply.status, received)
    if (fault) return refuse(r, fault, `a reply under ${reply.status}`)
    // njs 0.7 holds the buffer of an empty body for detached.
    const body = await reply
      .arrayBuffer()
      .then(bytes => Buffer.from(bytes))
      .catch(() => Buffer.from([]))
    // njs allows ten times as much in a reply that does not say its length.
    if (body.length > replyRule.maxBytes.status) return refuse(r, 'upstream-unreadable', 'a large reply')
    passOn(r, replyRule.statusReply(reply.status, received, body, keyOf(r)))
  } catch (error) {
    refuse(r, /large/.test(error.message) ? 'upstream-unreadable' : 'upstream-unreachable', error.message)
  }
}

function refuse(r, reason, message) {
  r.error(`no answer from the provider: ${replyRule.redactKey(String(message), keyOf(r))}`)
  passOn(r, { kind: 'failure', reply: requestRule.errorReply(reason) })
}

function passOn(r, answer) {
  if (answer.kind === 'shareable') r.headersOut['Cache-Control'] = r.variables.board_lifetime
  note(r, answer.kind === 'failure' ? 'failed' : 'answered')
  send(r, answer.reply, answer.kind === 'failure')
}

/** For `/healthz`, and for every worker. */
function note(r, outcome) {
  try {
    fs.writeFileSync(`${r.variables.board_notes_dir}/${outcome}`, '')
  } catch (error) {
    r.warn(`cannot be noted for /healthz: ${error.message}`)
  }
}

/** What exceeds the budget is told to come back. */
const refuseBusy = r => send(r, requestRule.errorReply('provider-busy'), true)

/** Breaks off instead of a failure where the cache has an older reply: it lets that stand in for nothing else. */
function send(r, reply, isFailure) {
  if (isFailure && r.headersIn['X-Board-Cache'] === 'EXPIRED') return r.return(444)
  const age = /^\d{1,10}$/.test(reply.headers.age) ? Number(reply.headers.age) : 0
  r.headersOut['X-Board-Time'] = String(Date.now() - age * 1000)
  for (const name in reply.headers) if (!/^(?:age|date)$/.test(name)) r.headersOut[name] = reply.headers[name]
  r.return(reply.status, reply.body)
}

/** Of the one request: njs runs this file for each anew. */
let redact

/** Passes on what headers a file may have; has the front refuse what is none. */
function fileHead(r) {
  const header = name => r.variables[`upstream_http_${name.replace(/-/g, '_')}`]
  const fault = replyRule.replyFault('file', r.status, header)
  // What is no HTTP would leave here as it came: break off instead.
  if (fault === 'upstream-unreachable') throw new Error(fault)
  const headers = fault
    ? { 'X-Accel-Redirect': '@board_refused', 'X-Board-Refusal': fault }
    : replyRule.fileHeaders(header, keyOf(r))
  for (const name in r.headersOut) delete r.headersOut[name]
  for (const name in headers) r.headersOut[name] = headers[name]
  redact = replyRule.createFileRedactor(keyOf(r))
}

function filePiece(r, data, flags) {
  const parts = redact(data, flags.last)
  if (parts.length > 1) r.sendBuffer(parts[0], { last: false })
  r.sendBuffer(parts[parts.length - 1], flags)
}

export default { askStatus, refuseBusy, fileAddress, fileHead, filePiece }
