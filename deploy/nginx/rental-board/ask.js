import latin1 from './latin1.js'
import replyRule from './reply-rule.js'
import requestRule from './request-rule.js'

/** An error whose `reason` is an error reply's. */
function failure(reason) {
  const error = new Error(reason)
  error.reason = reason
  return error
}

async function readBody(reply) {
  const buffer = await reply.arrayBuffer()
  try {
    return latin1.read(new Uint8Array(buffer))
  } catch (_) {
    // njs 0.7 holds the buffer of an empty body for detached.
    return ''
  }
}

/** The provider's reply, cleared of the key; `text` has one character for each byte of the body. */
async function fetchStatus(apiUrl, key, token) {
  const base = apiUrl.replace(/\/+$/, '')
  const reply = await ngx.fetch(base + requestRule.providerPath('status', key, token), {
    headers: {
      Host: /^https?:\/\/([^/]+)/.exec(base)[1],
      Accept: 'application/json',
      'User-Agent': 'rental-board',
    },
    max_response_body_size: replyRule.maxBytes.status,
  })
  const encoding = reply.headers.get('Content-Encoding')
  const fault = replyRule.replyFault('status', reply.status, encoding === null ? undefined : encoding)
  if (fault) throw failure(fault)
  const header = name => replyRule.redactKey(reply.headers.get(name) || '', key)
  const body = await readBody(reply)
  return { status: reply.status, header, text: replyRule.redactKey(body, key) }
}

/** What the reply says of itself; nothing when it is no JSON object. */
function parse(text) {
  try {
    return JSON.parse(text) || {}
  } catch (_) {
    return {}
  }
}

/** True for what every viewer may see: a rental, or that there is none (32); never an error of the account's. */
function isShareable(status, said) {
  const isSuccess =
    /^(?:true|1)$/.test(said.success) && (said.code === undefined || Number(said.code) === 200)
  return isSuccess ? status === 200 : Number(said.code) === 32
}

/** Fresh for `CACHE_SECONDS`; until `STALE_SECONDS` good enough while a call is out, and after one that has failed. */
function lifetime(variables) {
  const fresh = Number(variables.board_cache_seconds)
  // nginx counts in whole seconds, and each of the two times may last almost one more.
  const stale = Math.max(0, Number(variables.board_stale_seconds) - fresh - 1)
  return `max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=${stale}`
}

/** Fails without a word where the cache has an older reply to stand in, which it does for nothing else. */
function fail(r, status, type, body) {
  if (r.headersIn['X-Board-Cache'] === 'EXPIRED') return r.return(444)
  r.headersOut['Content-Type'] = type
  r.headersOut['X-Board-Time'] = String(Date.now())
  r.return(status, body)
}

function passOn(r, reply) {
  const said = parse(reply.text)
  const age = reply.header('Age')
  const retryAfter = reply.header('Retry-After')
  const type = replyRule.contentType('status', reply.header('Content-Type'))
  const body = latin1.write(reply.text)
  // An account's error or a wish for fewer requests is heard, whatever its status.
  const isFailure = reply.status >= 500 && retryAfter === '' && said.code === undefined
  if (isFailure) return fail(r, reply.status, type, body)
  r.headersOut['Content-Type'] = type
  r.headersOut['X-Board-Time'] = String(Date.now() - (/^\d{1,10}$/.test(age) ? Number(age) * 1000 : 0))
  if (retryAfter !== '') r.headersOut['Retry-After'] = retryAfter
  if (isShareable(reply.status, said)) r.headersOut['Cache-Control'] = lifetime(r.variables)
  r.return(reply.status, body)
}

/** Behind the cache: asks the provider for one rental with the key that came in `X-Api-Key`. */
async function ask(r) {
  const key = r.headersIn['X-Api-Key'] || ''
  try {
    const reply = await fetchStatus(r.variables.board_api_url, key, r.args.token || '')
    passOn(r, reply)
  } catch (error) {
    r.error(`no answer from the provider: ${replyRule.redactKey(String(error.message), key)}`)
    const otherwise = /large/.test(error.message) ? 'upstream-unreadable' : 'upstream-unreachable'
    const refused = requestRule.errorReply(error.reason || otherwise)
    fail(r, refused.status, refused.headers['content-type'], refused.body)
  }
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default { ask }
