import crypto from 'crypto'
import fs from 'fs'
import headerRule from './header-rule.js'
import requestRule from './request-rule.js'
import teamRule from './team-rule.js'

function send(r, reply) {
  for (const name in reply.headers) r.headersOut[name] = reply.headers[name]
  r.return(reply.status, reply.body)
}

/** The request as it came: nginx's own `uri` is decoded and resolved. */
function requestOf(r) {
  const headers = requestRule.headersByName(r.rawHeadersIn)
  return { method: r.method, target: r.variables.request_uri, headers }
}

/** Answers everything under `/api`, `/config.json` and `/healthz`, of which only the two calls go on to the provider. */
function answer(r) {
  const variables = r.variables
  const allowsFiles = variables.board_allows_files === '1'
  const hasKey = Boolean(variables.board_server_key)
  const hasTeam = Boolean(variables.board_team_folder)
  const decision = requestRule.validateRequest(requestOf(r), allowsFiles)
  if (decision.refuse) return send(r, requestRule.errorReply(decision.refuse))
  if (decision.allow === 'config')
    return send(r, requestRule.configReply(hasKey, allowsFiles, !hasKey, hasTeam))
  if (decision.allow === 'health') return send(r, health(variables, hasKey))
  const keyError = requestRule.keyError(variables.board_api_key)
  if (keyError) return send(r, keyError)
  // The token written anew, for every spelling is one rental; the account, for another one's is another.
  const account = hash(variables.board_server_key, variables.board_api_url)
  variables.board_rental = `${account} ${encodeURIComponent(decision.token)}`
  r.internalRedirect(`@board_${decision.allow}`)
}

/** Answers everything under `/team`, of the folder itself. */
function answerTeam(r) {
  const body = r.requestBuffer || Buffer.from([])
  const warn = cause => r.error(`the team's list cannot be read or written: ${cause}`)
  const folder = r.variables.board_team_folder
  send(r, teamRule.answerTeam(requestOf(r), folder, body, r.variables.request_id, warn))
}

const hash = (secret, text) => crypto.createHmac('sha256', secret).update(text).digest('hex')
const loginHash = r => hash(r.variables.board_server_key, r.headersIn.Authorization || '')

/** By the times of the two empty files that provider.js writes. */
function health(variables, hasKey) {
  const quiet = { throwIfNoEntry: false }
  const time = name => (fs.statSync(`${variables.board_notes_dir}/${name}`, quiet) || { mtimeMs: 0 }).mtimeMs
  return requestRule.healthReply(hasKey, time('answered'), time('failed'), Date.now())
}

/** Says how old a reply is, and what the cache had to do with it. */
function setAge(r) {
  const age = (Date.now() - Number(r.headersOut['X-Board-Time'])) / 1000
  delete r.headersOut['X-Board-Time']
  r.headersOut.Age = String(Math.max(0, Math.floor(age)))
  r.headersOut['X-Cache-Status'] = r.variables.upstream_cache_status || 'BYPASS'
}

/** Answers what nginx itself, or the hop, has refused; after a login, nginx has no status of its own. */
function refuse(r) {
  const variables = r.variables
  const status = variables.status === '000' ? variables.board_login_status : variables.status
  const reason = variables.upstream_http_x_board_refusal || requestRule.reasons[status] || 'not-found'
  send(r, requestRule.errorReply(reason))
}

const refuseHost = r => send(r, requestRule.foreignHostReply(r.variables.request_uri, r.headersIn.Accept))
const policy = r => headerRule.policy(r.variables.status, r.uri)
const cacheControl = r => headerRule.cacheControl(r.variables.status, r.uri)
const loggedRequest = r => requestRule.shortenTokens(r.variables.request)

const heads = { policy, cacheControl, setAge, loggedRequest }
export default Object.assign({ answer, answerTeam, loginHash, refuse, refuseHost }, heads)
