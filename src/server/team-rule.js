/**
 * The team's list as both servers keep it: one file for each rental, what may be done with it, and the doing. In the
 * JavaScript of nginx's njs, as `request-rule.js`. `tests/server/team-cases.ts` is the table of cases.
 */
import crypto from 'crypto'
import fs from 'fs'
import requestRule from './request-rule.js'
import teamNameRule from './team-name-rule.js'

/**
 * @typedef {import('./request-rule.js').ErrorReason} ErrorReason
 * @typedef {import('./request-rule.js').Request} Request
 * @typedef {import('./request-rule.js').Reply} Reply
 * @typedef {{ allow: 'list' } | { allow: 'read' | 'write' | 'remove', file: string } | { refuse: ErrorReason }} TeamDecision
 */

const FOLDER = '/team/rentals/'

/** Of one file. */
const MAX_BYTES = 16 * 1024

/** More than the finest time of any file system. */
const SETTLED_MS = 2000

const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i

/** They ask for a part, on a condition, or for what WebDAV can do besides; to that, `Date` would set a file's time. */
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
 * Does to the folder what may be done; `body` is what a `write` brings, `id` is unlike that of any other request. Warns
 * with the cause where the folder, or what is in it, cannot be read or written.
 * @type {(request: Request, folder: string, body: Buffer, id: string, warn: (cause: string) => void) => Reply}
 */
function answerTeam(request, folder, body, id, warn) {
  const decision = validateTeamRequest(request)
  if ('refuse' in decision) return requestRule.errorReply(decision.refuse)
  if (decision.allow === 'write' && !isJson(body)) return requestRule.errorReply('team-bad-json')
  try {
    // Before the files: what changes meanwhile makes another tag. The slash: of a folder, and nothing else.
    const tag = listingTag(fs.statSync(`${folder}/`).mtimeMs, Date.now())
    if (decision.allow === 'list') return readReply(request, tag, () => listing(folder))
    const path = `${folder}/${decision.file}`
    if (decision.allow === 'read') return read(request, path)
    if (decision.allow === 'write') return write(path, body, `${folder}/.${id}`, request.target)
    fs.unlinkSync(path)
    return { status: 204, headers: {}, body: '' }
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (cause === 'ENOENT' && statOf(folder)) return requestRule.errorReply('not-found')
    warn(cause)
    return requestRule.errorReply('team-list-unwritable')
  }
}

/**
 * Without a body where the browser has the same already.
 * @type {(request: Request, etag: string | undefined, text: () => Reply['body']) => Reply}
 */
function readReply(request, etag, text) {
  /** @type {Record<string, string>} */
  const headers = etag === undefined ? {} : { etag }
  if (etag !== undefined && (request.headers['if-none-match'] || []).join() === etag)
    return { status: 304, headers, body: '' }
  headers['content-type'] = 'application/json; charset=utf-8'
  return { status: 200, headers, body: text() }
}

/** @type {(request: Request, path: string) => Reply} */
function read(request, path) {
  const bytes = fs.readFileSync(path)
  return readReply(request, `"${crypto.createHash('sha256').update(bytes).digest('base64url')}"`, () => bytes)
}

/**
 * The files but for unfinished ones, as JSON; the page knows which of their names are a rental's.
 * @type {(folder: string) => string}
 */
function listing(folder) {
  /** @type {object[]} */
  const files = []
  fs.readdirSync(folder).forEach(name => {
    const found = name.startsWith('.') ? undefined : statOf(`${folder}/${name}`)
    if (found === undefined || !found.isFile()) return
    files.push({ name, type: 'file', mtime: found.mtime.toUTCString(), size: found.size })
  })
  return JSON.stringify(files)
}

/** @type {(path: string) => fs.Stats | undefined} */
function statOf(path) {
  try {
    return fs.statSync(path)
  } catch (_) {
    return undefined
  }
}

/**
 * Whole or not at all: beside its place, under a name that no rental has, and then renamed.
 * @type {(path: string, body: Buffer, unfinished: string, target: string) => Reply}
 */
function write(path, body, unfinished, target) {
  const isNew = statOf(path) === undefined
  try {
    fs.writeFileSync(unfinished, body, { mode: 0o600 })
    fs.renameSync(unfinished, path)
  } catch (error) {
    if (statOf(unfinished)) fs.unlinkSync(unfinished)
    throw error
  }
  return isNew
    ? { status: 201, headers: { location: target }, body: '' }
    : { status: 204, headers: {}, body: '' }
}

/**
 * Whether a body is JSON in UTF-8; the page judges what stands in it.
 * @type {(bytes: Buffer) => boolean}
 */
function isJson(bytes) {
  try {
    // In here, for njs 0.7 holds an empty body for detached.
    const text = bytes.toString()
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

export default { MAX_BYTES, validateTeamRequest, answerTeam }
