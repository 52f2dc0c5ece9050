import askProvider from './ask-provider.js'
import readToken from './read-token.js'
import refuse from './refuse.js'

/** What the reply says of itself; nothing when it is no JSON object. */
function read(text) {
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

/** Fresh for `CACHE_SECONDS`, and until `STALE_SECONDS` good enough for the others while one viewer's call is out. */
function lifetime(variables) {
  const fresh = Number(variables.board_cache_seconds)
  return `max-age=${fresh}, stale-while-revalidate=${Math.max(0, Number(variables.board_stale_seconds) - fresh)}`
}

/**
 * The cache looks at the HTTP status alone: 502 is what an older reply may stand in for. Whatever the provider has to
 * say itself, an account's error under 500 or a wish for fewer requests, is 200 to it, with the true status beside it.
 */
function passOn(r, reply) {
  const said = read(reply.text)
  const isFailure = reply.status >= 500 && reply.retryAfter === '' && said.code === undefined
  r.headersOut['X-Shield-Status'] = String(reply.status)
  r.headersOut['X-Shield-Time'] = String(Date.now() - reply.age * 1000)
  if (reply.contentType !== '') r.headersOut['Content-Type'] = reply.contentType
  if (reply.retryAfter !== '') r.headersOut['Retry-After'] = reply.retryAfter
  if (isShareable(reply.status, said)) r.headersOut['Cache-Control'] = lifetime(r.variables)
  r.return(isFailure ? 502 : 200, reply.body)
}

/** Behind the cache: asks the provider for one rental with the key that came in `X-Api-Key`. */
async function ask(r) {
  const query = readToken(r.variables.args || '')
  if (query.refuse) return refuse(r, query.refuse)
  try {
    const reply = await askProvider(r.variables.board_api_url, r.headersIn['X-Api-Key'] || '', query.token)
    passOn(r, reply)
  } catch (error) {
    r.error(`no answer from the provider: ${error.message}`)
    r.headersOut['X-Shield-Time'] = String(Date.now())
    refuse(r, error.reason)
  }
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default ask
