import type { ErrorReason } from '../../src/server/request-rule.js'
import type { RawRequest } from './raw-request.ts'

/** `{host}` in a target or a header's value stands for the server's own `localhost:port`. */
export type ProxyCase = {
  name: string
  request: Omit<RawRequest, 'target'> & { target: string }
  expected: Passes | Refused | Malformed
  /**
   * What an engine may do that reads HTTP in another way: refuse with an error page of its own, or resolve the
   * request to the allowed one (harmless: the upstream request is made of the token alone).
   */
  elsewhere?: 'own-error' | 'passes'
}

/** Goes upstream as `/location/status` with this token, decoded here, and nothing else. */
export type Passes = { token: string }

/** Is answered in JSON with this HTTP status and this `error`, and never goes upstream. */
export type Refused = { status: number; error: ErrorReason }

/** Is no HTTP request: refused with any 4xx and any body, and never goes upstream. */
export type Malformed = { malformed: true }

/** How the board's own page asks, where the browser says whose page it is. */
export const ownPage = ['Sec-Fetch-Site', 'same-origin'] as const

const STATUS = '/api/location/status'
const ALLOWED = `${STATUS}?token=abc`

const malformed: Malformed = { malformed: true }
const notFound: Refused = { status: 404, error: 'not-found' }
const badMethod: Refused = { status: 405, error: 'method-not-allowed' }
const badQuery: Refused = { status: 400, error: 'bad-query' }
const badToken: Refused = { status: 400, error: 'bad-token' }
const foreignHost: Refused = { status: 403, error: 'foreign-host' }
const crossSite: Refused = { status: 403, error: 'cross-site' }

function query(
  name: string,
  text: string,
  expected: Passes | Refused,
  elsewhere?: 'own-error' | 'passes',
): ProxyCase {
  return { name, request: { target: STATUS + text }, expected, ...(elsewhere && { elsewhere }) }
}

function path(name: string, target: string, elsewhere?: 'own-error' | 'passes'): ProxyCase {
  return { name, request: { target }, expected: notFound, ...(elsewhere && { elsewhere }) }
}

function method(name: string, body = ''): ProxyCase {
  const headers = body ? [['Content-Length', String(body.length)] as const] : []
  return {
    name: `method ${name}`,
    request: { method: name, target: ALLOWED, headers, body },
    expected: badMethod,
  }
}

function header(name: string, value: string, expected: Passes | Refused): ProxyCase {
  return { name: `${name}: ${value}`, request: { target: ALLOWED, headers: [[name, value]] }, expected }
}

function hosts(name: string, values: readonly string[], expected: ProxyCase['expected']): ProxyCase {
  return { name, request: { target: ALLOWED, hosts: values }, expected, elsewhere: 'own-error' }
}

const passing: ProxyCase = {
  name: 'the call itself',
  request: { target: ALLOWED },
  expected: { token: 'abc' },
}

const tokens: ProxyCase[] = [
  query('a token of one character', '?token=a', { token: 'a' }),
  query('a token of 128 characters', `?token=${'a'.repeat(128)}`, { token: 'a'.repeat(128) }),
  query('a token of 128 characters outside ASCII', `?token=${'%F0%9F%8C%8A'.repeat(128)}`, {
    token: '🌊'.repeat(128),
  }),
  query('every character that stays unencoded', "?token=aZ09-_.!~*'()", { token: "aZ09-_.!~*'()" }),
  query('an encoded second parameter is token text', '?token=a%26b%3Dother', { token: 'a&b=other' }),
  query('a key is no part of a token', '?token=a%26apiKey%3Dother', badToken),
  query('a key in other words is none either', '?token=API_KEY%3A%22abc', badToken),
  query('a token that itself looks encoded', '?token=a%255Cr%2523', { token: 'a%5Cr%23' }),
  query('an encoded path is token text', '?token=..%2F..%2Faccount', { token: '../../account' }),
  query('an encoded plus is token text', '?token=a%2Bb', { token: 'a+b' }),
  query('a token of 129 characters', `?token=${'a'.repeat(129)}`, badToken),
  query('a token of 129 characters outside ASCII', `?token=${'%C3%A9'.repeat(129)}`, badToken),
  query('encoded white space', '?token=a%20b', badToken),
  query('an encoded line break', '?token=a%0D%0AX-Api-Key%3A%20b', badToken),
  query('an encoded no-break space', '?token=a%C2%A0b', badToken),
  query('an encoded NUL', '?token=a%00', badToken),
  query('an encoded invisible character', '?token=a%E2%80%8B', badToken),
  query('an encoding that is no UTF-8', '?token=a%FF', badToken),
  query('an encoded lone surrogate', '?token=a%ED%A0%80', badToken),
]

const queries: ProxyCase[] = [
  query('no query', '', badQuery),
  query('an empty query', '?', badQuery),
  query('an empty token', '?token=', badQuery),
  query('a token without a value', '?token', badQuery),
  query('another parameter', '?apiKey=other', badQuery),
  query('a further apiKey', '?token=abc&apiKey=other', badQuery),
  query('a leading apiKey', '?apiKey=other&token=abc', badQuery),
  query('a further _format', '?token=abc&_format=xml', badQuery),
  query('two tokens', '?token=abc&token=def', badQuery),
  query('a token list', '?token[]=abc', badQuery),
  query('an encoded token list', '?token%5B%5D=abc', badQuery),
  query('an encoded parameter name', '?%74oken=abc', badQuery),
  query('a parameter name in capitals', '?TOKEN=abc', badQuery),
  query('a trailing ampersand', '?token=abc&', badQuery),
  query('a leading ampersand', '?&token=abc', badQuery),
  query('a semicolon as separator', '?token=abc;apiKey=other', badQuery),
  query('a second question mark', '?token=abc?apiKey=other', badQuery),
  query('a plus, which may stand for a space', '?token=a+b', badQuery),
  query('a truncated encoding', '?token=a%2', badQuery),
  query('an encoding that is no hexadecimal', '?token=a%zz', badQuery),
  query('a fragment', '?token=abc#x', badQuery, 'passes'),
  {
    name: 'bytes outside ASCII',
    request: { target: `${STATUS}?token=\xc3\xa9` },
    expected: malformed,
  },
]

const paths: ProxyCase[] = [
  path('the folder', '/api'),
  path('the folder with a slash', '/api/'),
  path('the folder with a query', '/api?token=abc'),
  path('another endpoint', '/api/location/file/download?token=abc'),
  path('an account endpoint', '/api/me?token=abc'),
  path('a trailing slash', `${STATUS}/?token=abc`),
  path('a longer name', `${STATUS}x?token=abc`),
  path('a deeper path', `${STATUS}/x?token=abc`),
  path('capitals', '/api/location/Status?token=abc'),
  path('a matrix parameter', `${STATUS};a=b?token=abc`),
  path('a matrix parameter on the folder', '/api;a=b/location/status?token=abc'),
  path('a dot segment', '/api/location/./status?token=abc', 'passes'),
  path('a parent segment', '/api/x/../location/status?token=abc', 'passes'),
  path('a parent segment from outside', '/x/../api/location/status?token=abc', 'passes'),
  path('a way out of the folder', '/api/location/status/../../../v1/me?token=abc', 'own-error'),
  path('encoded dots', '/api/x/%2e%2e/location/status?token=abc', 'passes'),
  path('a doubled slash', '/api//location/status?token=abc', 'passes'),
  path('a leading doubled slash', '//api/location/status?token=abc', 'passes'),
  path('an encoded slash', '/api%2Flocation%2Fstatus?token=abc', 'passes'),
  path('a slash encoded twice', '/api%252Flocation/status?token=abc'),
  path('a backslash', '/api\\location\\status?token=abc', 'own-error'),
  path('an encoded backslash', '/api%5Clocation%5Cstatus?token=abc', 'own-error'),
  path('an encoded letter', '/%61pi/location/status?token=abc', 'passes'),
  path('an encoded question mark', `${STATUS}%3Ftoken=abc`),
  path('an encoded NUL', `${STATUS}%00?token=abc`, 'own-error'),
  path('the absolute form', `http://{host}${ALLOWED}`, 'passes'),
  path('the absolute form of another host', `http://evil.example${ALLOWED}`, 'own-error'),
]

const methods: ProxyCase[] = [
  method('HEAD'),
  method('OPTIONS'),
  method('POST', 'token=def'),
  method('PUT', '{}'),
  method('PATCH', '{}'),
  method('DELETE'),
  { ...method('TRACE'), elsewhere: 'own-error' },
  { ...method('PROPFIND'), elsewhere: 'own-error' },
  { name: 'method get', request: { method: 'get', target: ALLOWED }, expected: malformed },
  {
    name: 'a preflight',
    request: {
      method: 'OPTIONS',
      target: ALLOWED,
      headers: [
        ['Origin', 'http://{host}'],
        ['Access-Control-Request-Method', 'GET'],
        ['Access-Control-Request-Headers', 'x-api-key'],
      ],
    },
    expected: badMethod,
  },
  {
    name: 'GET with a body, which is ignored',
    request: { target: ALLOWED, headers: [['Content-Length', '9']], body: 'token=def' },
    expected: { token: 'abc' },
  },
  {
    name: 'a method override',
    request: { method: 'POST', target: ALLOWED, headers: [['X-HTTP-Method-Override', 'GET']] },
    expected: badMethod,
  },
]

/** The server is to be started with `ALLOWED_HOSTS=board.example`. */
const names: ProxyCase[] = [
  hosts('Host 127.0.0.1', ['127.0.0.1'], { token: 'abc' }),
  hosts('Host 127.1.2.3 with a port', ['127.1.2.3:4173'], { token: 'abc' }),
  hosts('Host [::1]', ['[::1]:4173'], { token: 'abc' }),
  hosts('Host LOCALHOST', ['LOCALHOST'], { token: 'abc' }),
  hosts('a name of ALLOWED_HOSTS', ['board.example'], { token: 'abc' }),
  hosts('a foreign name', ['evil.example'], foreignHost),
  hosts('a foreign name with the port', ['evil.example:4173'], foreignHost),
  hosts('a name that begins like an allowed one', ['localhost.evil.example'], foreignHost),
  hosts('a name that ends like an allowed one', ['evil-board.example'], foreignHost),
  hosts('a name under an allowed one', ['x.board.example'], foreignHost),
  hosts('a name that begins like the loopback', ['127.0.0.1.evil.example'], foreignHost),
  hosts('a foreign name behind an allowed one', ['localhost@evil.example'], foreignHost),
  hosts('an empty Host', [''], foreignHost),
  hosts('no Host', [], malformed),
  hosts('two Hosts', ['localhost', 'evil.example'], foreignHost),
]

const origins: ProxyCase[] = [
  header('Origin', 'http://{host}', { token: 'abc' }),
  header('Origin', 'https://{host}', { token: 'abc' }),
  header('Origin', 'http://evil.example', crossSite),
  header('Origin', 'http://localhost:1', crossSite),
  header('Origin', 'http://{host}.evil.example', crossSite),
  header('Origin', 'null', crossSite),
]

const dropped: ProxyCase = {
  name: 'headers of the browser, none of which goes upstream',
  request: {
    target: ALLOWED,
    headers: [
      ['Cookie', 'session=1'],
      ['Authorization', 'Basic eDp5'],
      ['Referer', 'http://{host}/'],
      ['X-Forwarded-For', '192.0.2.1'],
      ['X-Api-Key', 'other'],
      ['Accept-Language', 'fr'],
      ['User-Agent', 'browser'],
      ['Accept', 'text/html'],
      ['Range', 'bytes=0-1'],
      ['If-None-Match', '"x"'],
    ],
  },
  expected: { token: 'abc' },
}

function asked(
  name: string,
  headers: NonNullable<RawRequest['headers']>,
  expected: Passes | Refused,
): ProxyCase {
  return { name, request: { target: ALLOWED, headers }, expected }
}

/**
 * Only a script of the board's own page may ask: the browser must say `same-origin`, or, where it says nothing (plain
 * http on a network), the page must send a header that no other site's page can.
 */
const sites: ProxyCase[] = [
  asked('the page', [ownPage], { token: 'abc' }),
  asked('a site that is not said', [], crossSite),
  asked('a typed address', [['Sec-Fetch-Site', 'none']], crossSite),
  asked('another port of this machine', [['Sec-Fetch-Site', 'same-site']], crossSite),
  asked('another site', [['Sec-Fetch-Site', 'cross-site']], crossSite),
  asked('two sites', [ownPage, ['Sec-Fetch-Site', 'cross-site']], crossSite),
  asked('the page’s own header', [['X-Requested-With', 'rental-board']], { token: 'abc' }),
  asked('a header that is not the page’s', [['X-Requested-With', 'XMLHttpRequest']], crossSite),
  asked(
    'the page’s own header from another site',
    [
      ['X-Requested-With', 'rental-board'],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
    crossSite,
  ),
  asked('a script of the page', [ownPage, ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Dest', 'empty']], {
    token: 'abc',
  }),
  asked('a window that the page opens', [ownPage, ['Sec-Fetch-Mode', 'navigate']], crossSite),
  ...['document', 'iframe', 'frame', 'object', 'embed', 'image', 'script', 'style', 'worker'].map(use =>
    asked(`the page, for its ${use}`, [ownPage, ['Sec-Fetch-Dest', use]], crossSite),
  ),
]

/** The same request as the board's own page sends it. */
function byPage({ request, ...rest }: ProxyCase): ProxyCase {
  return { ...rest, request: { ...request, headers: [...(request.headers ?? []), ownPage] } }
}

/** What passes and what does not, at a server that holds a key. Every engine obeys this one table. */
export const proxyCases: readonly ProxyCase[] = [
  ...[passing, dropped, ...tokens, ...queries, ...paths, ...methods, ...names, ...origins].map(byPage),
  ...sites,
]

const FILE = '/api/location/file/download'

/** The same request for a file. */
function forFile({ name, request, ...rest }: ProxyCase): ProxyCase {
  return {
    name: `${name}, for a file`,
    request: { ...request, target: request.target.replace(STATUS, FILE) },
    ...rest,
  }
}

/** What passes and what does not when files are allowed: goes upstream as `/location/file/download`. */
export const fileCases: readonly ProxyCase[] = [
  ...[passing, dropped, ...tokens, ...queries, ...methods, ...names, ...origins].map(byPage).map(forFile),
  ...sites.map(forFile),
  ...['/', 'x', '/x', ';a=b'].map(rest => path(`the file’s path and ${rest}`, `${FILE}${rest}?token=abc`)),
  path('capitals in the file’s path', '/api/location/file/Download?token=abc'),
  path('the folder of files', '/api/location/file?token=abc'),
]

/** A `Content-Type` of the provider's, none or several, and those under which its words and its file are sent on. */
export type TypeCase = { types: readonly string[]; status: string; file: string }

const plain = 'text/plain'
const bytes = 'application/octet-stream'

function type(value: string, status: string, file: string): TypeCase {
  return { types: [value], status, file }
}

/** No type under which a browser shows a document, or runs anything, passes. */
export const typeCases: readonly TypeCase[] = [
  { types: [], status: plain, file: bytes },
  { types: ['text/html', 'application/json'], status: plain, file: bytes },
  { types: ['application/json', 'text/html'], status: plain, file: bytes },
  type('application/json', 'application/json', 'application/json'),
  type(
    'Application/JSON ;charset=UTF-8',
    'application/json; charset=UTF-8',
    'application/json; charset=UTF-8',
  ),
  type(
    "application/json; charset='latin1'",
    'application/json; charset=latin1',
    'application/json; charset=latin1',
  ),
  type('application/json; x="; charset=', 'application/json', 'application/json'),
  type('text/csv; charset="ISO-8859-1"', `${plain}; charset=ISO-8859-1`, 'text/csv; charset=ISO-8859-1'),
  type('application/pdf', plain, 'application/pdf'),
  ...[
    'text/html',
    'TEXT/HTML',
    'application/xhtml+xml',
    'image/svg+xml',
    'text/xml',
    'application/xml',
    'text/xsl',
    'application/rss+xml',
    'application/mathml+xml',
    'application/vnd.wap.xhtml+xml',
    'multipart/x-mixed-replace; boundary=x',
    'multipart/related',
    'message/rfc822',
    'application/x-shockwave-flash',
    'application/javascript',
    'text/javascript',
    'text/css',
    'image/png',
    'video/mp4',
    'text',
    '/',
    '*/*',
    ';',
    'application/json text/html',
    'application/json, text/html',
    'text/html, application/json',
    'text/plain, text/html; x=application/json',
    'application/json/html',
    'application/jsontext/html',
  ].map(value => type(value, plain, bytes)),
  type('text/html; charset=utf-16', `${plain}; charset=utf-16`, `${bytes}; charset=utf-16`),
  type('text/xml;charset=ISO-8859-1;x=y', `${plain}; charset=ISO-8859-1`, `${bytes}; charset=ISO-8859-1`),
  type('text/xml; charset=<script>', plain, bytes),
]

/** What a server without a key does with the browser's: the key that goes upstream, or the provider's error code. */
export type KeyCase = {
  name: string
  headers: NonNullable<RawRequest['headers']>
  expected: { key: string } | { code: number }
}

export const keyCases: readonly KeyCase[] = [
  { name: 'no key', headers: [], expected: { code: 1 } },
  { name: 'an empty key', headers: [['X-Api-Key', '']], expected: { code: 1 } },
  { name: 'a blank key', headers: [['X-Api-Key', '  ']], expected: { code: 1 } },
  { name: 'a key', headers: [['X-Api-Key', 'typed']], expected: { key: 'typed' } },
  {
    name: 'a key in small letters of the name',
    headers: [['x-api-key', 'typed']],
    expected: { key: 'typed' },
  },
  {
    name: 'a key that needs encoding',
    headers: [['X-Api-Key', 'a&token=b/+%']],
    expected: { key: 'a&token=b/+%' },
  },
  {
    name: 'a key of 256 characters',
    headers: [['X-Api-Key', 'k'.repeat(256)]],
    expected: { key: 'k'.repeat(256) },
  },
  { name: 'a key of 257 characters', headers: [['X-Api-Key', 'k'.repeat(257)]], expected: { code: 10 } },
  { name: 'a key with a space', headers: [['X-Api-Key', 'a b']], expected: { code: 10 } },
  { name: 'a key outside ASCII', headers: [['X-Api-Key', 'cl\xe9']], expected: { code: 10 } },
]
