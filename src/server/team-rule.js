/**
 * What the team's list is to both servers: one file for each rental, and what may be done with it. In the JavaScript of
 * nginx's njs, as `request-rule.js`. `tests/server/team-cases.ts` is the table of cases.
 */
import requestRule from './request-rule.js'
import teamNameRule from './team-name-rule.js'

/**
 * @typedef {import('./request-rule.js').ErrorReason} ErrorReason
 * @typedef {import('./request-rule.js').Request} Request
 * @typedef {{ allow: 'list' } | { allow: 'read' | 'write' | 'remove', file: string } | { refuse: ErrorReason }} TeamDecision
 */

const FOLDER = '/team/rentals/'

/** Of one file. */
const MAX_BYTES = 16 * 1024

/** More than the finest time of any file system. */
const SETTLED_MS = 2000

const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i

/** They ask for a part, on a condition, or for what WebDAV can do besides; `Date` would set a file's time. */
const foreignHeaders = [
  'range',
  'if-range',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
  'if',
  'content-range',
  'content-encoding',
  'depth',
  'destination',
  'overwrite',
  'lock-token',
  'date',
]

/**
 * Only `GET /team/rentals/` and `GET`, `PUT` and `DELETE /team/rentals/NAME.json` pass, spelled just so, from the board's
 * own page, and without headers that WebDAV knows and the board does not. The name in `Host` is judged before; the length
 * of a body that does not tell it, and whether it is JSON, afterwards.
 * @type {(request: Request) => TeamDecision}
 */
function validateTeamRequest(request) {
  const headers = request.headers
  if (!requestRule.comesFromPage(headers)) return { refuse: 'cross-site' }
  const file = request.target.slice(FOLDER.length)
  const isList = request.target === FOLDER
  if (!isList && (!request.target.startsWith(FOLDER) || teamNameRule.tokenOfTeamFile(file) === undefined))
    return { refuse: 'not-found' }
  const method = request.method
  if (method !== 'GET' && isList) return { refuse: 'method-not-allowed' }
  if (method !== 'GET' && method !== 'PUT' && method !== 'DELETE')
    return { refuse: 'team-method-not-allowed' }
  if (foreignHeaders.some(name => headers[name] !== undefined)) return { refuse: 'team-bad-header' }
  if (method === 'GET') return isList ? { allow: 'list' } : { allow: 'read', file }
  const length = (headers['content-length'] || []).join()
  if (headers['if-none-match'] || (method === 'DELETE' && Number(length)))
    return { refuse: 'team-bad-header' }
  if (method === 'DELETE') return { allow: 'remove', file }
  if (!JSON_TYPE.test((headers['content-type'] || []).join())) return { refuse: 'team-not-json' }
  return Number(length) > MAX_BYTES ? { refuse: 'team-too-long' } : { allow: 'write', file }
}

/**
 * Whether a body is JSON in UTF-8; the page judges what stands in it.
 * @type {(bytes: Buffer) => boolean}
 */
function isJson(bytes) {
  const text = bytes.toString()
  try {
    JSON.parse(text)
    // What is no UTF-8 was replaced.
    return Buffer.from(text).equals(bytes)
  } catch (_) {
    return false
  }
}

/**
 * The listing's `ETag`: every file is renamed into the folder or unlinked, so the folder's own time tells a change.
 * Undefined while it is so fresh that the next change could have the same. Both times in milliseconds.
 * @type {(changedAt: number, now: number) => string | undefined}
 */
function listingTag(changedAt, now) {
  return now - changedAt > SETTLED_MS ? `W/"${Math.floor(changedAt).toString(36)}"` : undefined
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default { MAX_BYTES, validateTeamRequest, isJson, listingTag }
