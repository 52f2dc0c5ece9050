/**
 * What may reach the provider, and how everything else is answered, for both servers: Vite's proxy and nginx's njs
 * import it as it is. Hence the JavaScript of njs 0.7: no destructuring, spread or default parameter, and one default
 * export.
 */
import tokenRule from './token-rule.js'

/** The HTTP status, and a message for the person at the board. */
const refusals = {
  'no-passwords': [403, 'Le fichier des mots de passe ne peut pas être lu.'],
  'foreign-host': [
    403,
    'Ce nom d’hôte n’est pas autorisé. ALLOWED_HOSTS, ou SERVER_NAME pour nginx, nomme ceux qui le sont.',
  ],
  'cross-site': [403, 'La requête ne vient pas de la page du tableau.'],
  'not-found': [404, 'Il n’y a rien à cette adresse.'],
  'method-not-allowed': [405, 'Seule la méthode GET est acceptée.'],
  'bad-query': [400, 'Il faut un seul paramètre, token, encodé, et rien d’autre.'],
  'bad-token': [400, 'Cet identifiant de location n’est pas valable.'],
  'team-method-not-allowed': [405, 'Seules les méthodes GET, PUT et DELETE sont acceptées.'],
  'team-bad-header': [400, 'La liste de l’équipe ne connaît pas un en-tête de cette requête.'],
  'team-not-json': [415, 'La liste de l’équipe ne prend que du JSON.'],
  'team-bad-json': [400, 'Ce qui est envoyé à la liste de l’équipe n’est pas du JSON lisible.'],
  'team-too-long': [413, 'Ce qui est envoyé est trop long : une location de l’équipe tient en 16 ko.'],
  'team-list-unwritable': [507, 'Le serveur ne peut pas lire ou écrire la liste de l’équipe.'],
  'too-many-requests': [429, 'Trop de requêtes viennent de cette adresse.'],
  'provider-busy': [429, 'Trop de demandes attendent SMS Partner : réessayez dans quelques secondes.'],
  'upstream-unreachable': [502, 'SMS Partner est injoignable.'],
  'upstream-redirect': [502, 'SMS Partner a répondu par une redirection.'],
  'upstream-unreadable': [502, 'La réponse de SMS Partner est trop longue ou illisible.'],
  'upstream-timeout': [504, 'SMS Partner n’a pas répondu à temps.'],
}

/** Why nginx refuses, by its own status. */
const reasons = {
  403: 'no-passwords',
  413: 'team-too-long',
  429: 'too-many-requests',
  502: 'upstream-unreachable',
  504: 'upstream-timeout',
  507: 'team-list-unwritable',
}

const foreignHostPage = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>403</title>
<p>${refusals['foreign-host'][1]}</p>
<p lang="en">This host name is not allowed. ALLOWED_HOSTS, or SERVER_NAME for nginx, names those that are.</p>
</html>
`

/**
 * @typedef {keyof typeof refusals} ErrorReason
 * @typedef {'status' | 'file'} Call
 * @typedef {{ [name: string]: string[] | undefined }} Headers all values by their name in lower case
 * @typedef {{ method?: string | undefined, target: string, headers: Headers }} Request target: neither decoded nor resolved
 * @typedef {{ allow: Call, token: string } | { allow: 'config' } | { allow: 'health' } | { refuse: ErrorReason }} Decision
 * @typedef {{ status: number, headers: Record<string, string>, body: string | Uint8Array }} Reply header names in lower case
 */

const paths = { status: '/location/status', file: '/location/file/download' }

/** What `encodeURIComponent` writes, and nothing that two servers could read in two ways. */
const TOKEN_QUERY = /^token=((?:[\w.~!*'()-]|%[0-9A-Fa-f]{2})+)$/

/** A provider that has answered so lately is not said to fail. */
const LATELY_MS = 60 * 1000

const API_KEY = /^[!-~]{1,256}$/

/**
 * Only `GET /api/location/status?token=…`, `GET /config.json`, `GET` and `HEAD /healthz` and, with `allowsFiles`,
 * `GET /api/location/file/download?token=…` pass, spelled just so and not from another site's page. The name in `Host`
 * is judged before. `tests/server/proxy-cases.ts` is the table of cases.
 * @type {(request: Request, allowsFiles: boolean) => Decision}
 */
function validateRequest(request, allowsFiles) {
  if (!isSameOrigin(request.headers)) return { refuse: 'cross-site' }
  const mark = request.target.indexOf('?')
  const path = mark < 0 ? request.target : request.target.slice(0, mark)
  const call = callAt(path, allowsFiles)
  const own = path === '/config.json' ? 'config' : path === '/healthz' ? 'health' : undefined
  if (call === undefined && own === undefined) return { refuse: 'not-found' }
  // Many a monitor asks for the head alone.
  if (request.method !== 'GET' && !(own === 'health' && request.method === 'HEAD'))
    return { refuse: 'method-not-allowed' }
  if (call === undefined) return own && mark < 0 ? { allow: own } : { refuse: 'bad-query' }
  if (!isOwnPage(request.headers)) return { refuse: 'cross-site' }
  const match = TOKEN_QUERY.exec(mark < 0 ? '' : request.target.slice(mark + 1))
  if (match === null) return { refuse: 'bad-query' }
  const token = decodeToken(match[1] || '')
  return token === undefined ? { refuse: 'bad-token' } : { allow: call, token }
}

/**
 * All values of each header, by its name in lower case.
 * @type {(pairs: string[][]) => Headers}
 */
function headersByName(pairs) {
  const headers = Object.create(null)
  pairs.forEach(pair => {
    const name = String(pair[0]).toLowerCase()
    headers[name] = (headers[name] || []).concat(pair[1])
  })
  return headers
}

/** @type {(path: string, allowsFiles: boolean) => Call | undefined} */
function callAt(path, allowsFiles) {
  if (path === `/api${paths.status}`) return 'status'
  return allowsFiles && path === `/api${paths.file}` ? 'file' : undefined
}

/** @type {(headers: Headers) => boolean} */
function isSameOrigin(headers) {
  const host = valuesOf(headers, 'host').join().toLowerCase()
  const own = [`http://${host}`, `https://${host}`]
  return (
    valuesOf(headers, 'sec-fetch-site').every(site => site === 'same-origin' || site === 'none') &&
    valuesOf(headers, 'origin').every(origin => own.includes(origin.toLowerCase()))
  )
}

/**
 * True when a script of the board's own page asks, and not a link, a frame, an image or a typed address: replies
 * are no documents, and a file that was fetched once is gone. A browser names the site only over https and to localhost;
 * elsewhere the page's header stands in, which no other site can send: the preflight is refused.
 * @type {(headers: Headers) => boolean}
 */
function isOwnPage(headers) {
  const sites = valuesOf(headers, 'sec-fetch-site')
  if (valuesOf(headers, 'sec-fetch-mode').includes('navigate')) return false
  if (valuesOf(headers, 'sec-fetch-dest').some(use => use !== 'empty')) return false
  if (sites.length > 0) return sites.every(site => site === 'same-origin')
  return valuesOf(headers, 'x-requested-with').join() === 'rental-board'
}

/**
 * True when a script of the board's own page asks, under the name that the page has.
 * @type {(headers: Headers) => boolean}
 */
function comesFromPage(headers) {
  return isSameOrigin(headers) && isOwnPage(headers)
}

/** @type {(headers: Headers, name: string) => string[]} */
function valuesOf(headers, name) {
  return headers[name] || []
}

/** @type {(encoded: string) => string | undefined} */
function decodeToken(encoded) {
  try {
    const token = decodeURIComponent(encoded)
    return tokenRule.isToken(token) ? token : undefined
  } catch (_) {
    return undefined
  }
}

/**
 * The address of a call, or its path, by that of the provider.
 * @type {(provider: string, call: Call, key: string, token: string) => string}
 */
function addressOf(provider, call, key, token) {
  const base = provider.replace(/\/+$/, '')
  return `${base}${paths[call]}?apiKey=${encodeURIComponent(key)}&token=${encodeURIComponent(token)}`
}

/** @type {(text: string) => boolean} */
function isApiKey(text) {
  return API_KEY.test(text)
}

/**
 * The provider's own words for its errors 1 and 10, under the HTTP status that it gives them; undefined for a key that
 * can be sent.
 * @type {(key: string | undefined) => Reply | undefined}
 */
function keyError(key) {
  if (!key) return jsonReply(200, { success: false, code: 1, message: 'La Clé API est requise' })
  if (!isApiKey(key)) return jsonReply(200, { success: false, code: 10, message: 'Clé API incorrecte' })
  return undefined
}

/**
 * `{success: false, error, message}`, `error` being the reason.
 * @type {(reason: ErrorReason) => Reply}
 */
function errorReply(reason) {
  const status = Number(refusals[reason][0])
  const reply = jsonReply(status, { success: false, error: reason, message: refusals[reason][1] })
  if (status === 405) reply.headers.allow = reason === 'method-not-allowed' ? 'GET' : 'GET, PUT, DELETE'
  if (status === 429) reply.headers['retry-after'] = '5'
  return reply
}

/**
 * For a name that is not ours: in JSON, or as a page where a browser asks for one.
 * @type {(target: string, accept: string | undefined) => Reply}
 */
function foreignHostReply(target, accept) {
  const reply = errorReply('foreign-host')
  if (/^\/(?:api|config\.json|team)\b/.test(target) || !(accept || '').includes('text/html')) return reply
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return { status: reply.status, headers, body: foreignHostPage }
}

/**
 * What `/config.json` tells the page; `lacksKey` only of a server that was meant to be live and has no key, `teamList`
 * only of one that keeps the team's list.
 * @type {(serverKey: boolean, fileDownload: boolean, lacksKey: boolean | undefined, teamList: boolean) => Reply}
 */
function configReply(serverKey, fileDownload, lacksKey, teamList) {
  const rest = { lacksKey: lacksKey || undefined, teamList: teamList || undefined }
  return jsonReply(200, Object.assign({ serverKey, fileDownload }, rest))
}

/**
 * What `/healthz` tells a monitor: 503 when the latest call failed and none was answered for a minute, else 200, also
 * where nobody has asked yet. The times are the latest, in milliseconds, and 0 for never.
 * @type {(serverKey: boolean, answeredAt: number, failedAt: number, now: number) => Reply}
 */
function healthReply(serverKey, answeredAt, failedAt, now) {
  const isFailing = failedAt > answeredAt && now - answeredAt > LATELY_MS
  const isAsked = answeredAt > 0 || failedAt > 0
  const provider = isFailing ? 'failing' : isAsked ? 'answering' : 'not asked'
  return jsonReply(isFailing ? 503 : 200, { ok: !isFailing, provider, serverKey })
}

/**
 * A line of a log without whole tokens: of each value in a query, and of whatever else is long enough to be one, at most
 * four characters are left at both ends.
 * @type {(line: string) => string}
 */
function shortenTokens(line) {
  return line.replace(/([?&][^=&\s]*=|\/team\/rentals\/)?([^?&=/\s]+)/g, (whole, name, value) => {
    if (name === undefined && value.length < 32) return whole
    const end = Math.min(4, value.length >> 2)
    return `${name || ''}${value.slice(0, end)}...${value.slice(value.length - end)}`
  })
}

/** @type {(status: number, value: unknown) => Reply} */
function jsonReply(status, value) {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { status, headers, body: JSON.stringify(value) }
}

export default {
  headersByName,
  validateRequest,
  comesFromPage,
  addressOf,
  isApiKey,
  keyError,
  errorReply,
  reasons,
  foreignHostReply,
  configReply,
  healthReply,
  shortenTokens,
}
