import { isToken } from '../api/token.ts'
import { attempt } from '../lib/attempt.ts'
import type { ErrorReason } from './error-response.ts'
import type { HostRule } from './host-rule.ts'

/** Every value of a repeated header is kept; names are in lower case. */
export type RawRequest = {
  method?: string | undefined
  /** The raw request target, neither decoded nor resolved. */
  url?: string | undefined
  headersDistinct: NodeJS.Dict<string[]>
}

export type RequestDecision =
  | { allow: 'status' | 'file'; token: string }
  | { allow: 'config' }
  | { refuse: ErrorReason }

const calls: ReadonlyMap<string, 'status' | 'file'> = new Map([
  ['/api/location/status', 'status'],
  ['/api/location/file/download', 'file'],
])

/** What `encodeURIComponent` writes, and nothing that two servers could read in two ways. */
const TOKEN_QUERY = /^token=((?:[\w.~!*'()-]|%[0-9A-Fa-f]{2})+)$/

function isSameOrigin(headers: RawRequest['headersDistinct'], host: string): boolean {
  const sites = headers['sec-fetch-site'] ?? []
  const origins = headers.origin ?? []
  return (
    sites.every(site => site === 'same-origin' || site === 'none') &&
    origins.every(origin => /^https?:\/\/(.*)$/.exec(origin.toLowerCase())?.[1] === host)
  )
}

/**
 * True when a script of the board's own page asks, and not a link, a frame, an image or a typed address: replies
 * are no documents, and a file that was fetched once is gone. A browser names the site only over https and to localhost;
 * elsewhere the page's header stands in, which no other site can send: the preflight is refused.
 */
function isOwnPage(headers: RawRequest['headersDistinct']): boolean {
  const { 'sec-fetch-site': sites, 'sec-fetch-mode': modes = [], 'sec-fetch-dest': uses = [] } = headers
  if (modes.includes('navigate') || uses.some(use => use !== 'empty')) return false
  if (sites !== undefined) return sites.every(site => site === 'same-origin')
  return headers['x-requested-with']?.join() === 'rental-board'
}

function decodeToken(encoded: string): string | undefined {
  const token = attempt(() => decodeURIComponent(encoded))
  return token !== undefined && isToken(token) ? token : undefined
}

/**
 * Only `GET /api/location/status?token=…`, `GET /config.json` and, with `allowsFiles`,
 * `GET /api/location/file/download?token=…` pass, spelled just so, under a name of this server and not from another
 * site's page. `tests/server/proxy-cases.ts` is the table of cases.
 */
export function validateRequest(
  request: RawRequest,
  allowsHost: HostRule,
  allowsFiles = false,
): RequestDecision {
  const [host = '', ...furtherHosts] = request.headersDistinct.host?.map(text => text.toLowerCase()) ?? []
  if (furtherHosts.length > 0 || !allowsHost(host)) return { refuse: 'foreign-host' }
  if (!isSameOrigin(request.headersDistinct, host)) return { refuse: 'cross-site' }

  const [path = '', ...queries] = (request.url ?? '').split('?')
  const query = queries.join('?')
  const call = calls.get(path)
  const isKnown = path === '/config.json' || call === 'status' || (call === 'file' && allowsFiles)
  if (!isKnown) return { refuse: 'not-found' }
  if (request.method !== 'GET') return { refuse: 'method-not-allowed' }
  if (call === undefined) return queries.length === 0 ? { allow: 'config' } : { refuse: 'bad-query' }
  if (!isOwnPage(request.headersDistinct)) return { refuse: 'cross-site' }

  const encoded = TOKEN_QUERY.exec(query)?.[1]
  if (encoded === undefined) return { refuse: 'bad-query' }
  const token = decodeToken(encoded)
  return token === undefined ? { refuse: 'bad-token' } : { allow: call, token }
}
