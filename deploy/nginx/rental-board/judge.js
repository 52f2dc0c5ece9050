import readToken from './read-token.js'

function isSameOrigin(headers) {
  const site = headers['Sec-Fetch-Site']
  const origin = /^https?:\/\/(.*)$/.exec((headers.Origin || '').toLowerCase())
  return (
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (headers.Origin === undefined || (origin !== null && origin[1] === headers.Host.toLowerCase()))
  )
}

/** As in `src/server/request-rule.ts`: a script of the board's own page, and not a link, a frame or a typed address. */
function isOwnPage(headers) {
  if (headers['Sec-Fetch-Mode'] === 'navigate') return false
  if ((headers['Sec-Fetch-Dest'] || 'empty') !== 'empty') return false
  const site = headers['Sec-Fetch-Site']
  return site === undefined ? headers['X-Requested-With'] === 'rental-board' : site === 'same-origin'
}

const calls = { '/api/location/status': 'status', '/api/location/file/download': 'file' }

/**
 * The rule of `src/server/request-rule.ts`, on the request as it came: neither decoded nor resolved. Says
 * `{allow: 'status'}`, `{allow: 'file'}`, `{allow: 'config'}` or why not, `{refuse}`. The name was judged before, by
 * `server_name`.
 */
function judge(r) {
  if (!isSameOrigin(r.headersIn)) return { refuse: 'cross-site' }
  const target = r.variables.request_uri
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const call = calls[path]
  const isKnown =
    path === '/config.json' ||
    call === 'status' ||
    (call === 'file' && r.variables.board_allows_files === '1')
  if (!isKnown) return { refuse: 'not-found' }
  if (r.method !== 'GET') return { refuse: 'method-not-allowed' }
  if (path === '/config.json') return mark < 0 ? { allow: 'config' } : { refuse: 'bad-query' }
  if (!isOwnPage(r.headersIn)) return { refuse: 'cross-site' }
  const refused = readToken(mark < 0 ? '' : target.slice(mark + 1)).refuse
  return refused ? { refuse: refused } : { allow: call }
}

// biome-ignore lint/style/noDefaultExport: njs knows no other export
export default judge
