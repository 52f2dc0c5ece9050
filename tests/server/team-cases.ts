import type { ErrorReason } from '../../src/server/request-rule.js'
import { ownPage } from './proxy-cases.ts'
import type { RawRequest } from './raw-request.ts'

/** A token and the name of its file in the team's list: the page and both servers write it so. */
export const teamFileNames: readonly (readonly [token: string, file: string])[] = [
  ['a', 'a.json'],
  ['0123456789abcdefghijklmnopqrstuvwxyz', '0123456789abcdefghijklmnopqrstuvwxyz.json'],
  ['A', '-41.json'],
  ['aZ', 'a-5a.json'],
  ['-', '-2d.json'],
  ['-2d', '-2d2d.json'],
  ['..', '-2e-2e.json'],
  ['a/b\\c', 'a-2fb-5cc.json'],
  ["_.!~*'()", '-5f-2e-21-7e-2a-27-28-29.json'],
  ['a.json', 'a-2ejson.json'],
  ['a%2Fb', 'a-252-46b.json'],
  ['é', '-c3-a9.json'],
  ['🌊', '-f0-9f-8c-8a.json'],
  ['a'.repeat(200), `${'a'.repeat(200)}.json`],
  [`${'A'.repeat(66)}aa`, `${'-41'.repeat(66)}aa.json`],
]

/** No file name is made of these: half a character, nothing, and more than 200 characters of name. */
export const namelessTokens: readonly string[] = ['', '\ud83c', 'a\udf0a', 'a'.repeat(201), 'A'.repeat(67)]

/** No token has a file of such a name. */
export const foreignFileNames: readonly string[] = [
  '',
  '.json',
  'a',
  'a.JSON',
  'a.json.json',
  'A.json',
  '.a.json',
  '..json',
  'a b.json',
  'a_b.json',
  'a/b.json',
  '../a.json',
  'a\\b.json',
  'a%2fb.json',
  'a.json\n',
  'é.json',
  '-.json',
  '-4.json',
  '-4G.json',
  '-5A.json',
  // Each of them has another spelling, which is its only one.
  '-61.json',
  '-7a.json',
  '-30.json',
  '-39.json',
  // No UTF-8.
  '-ff.json',
  '-c3.json',
  '-c0-af.json',
  '-ed-a0-80.json',
  '-f4-90-80-80.json',
  `${'a'.repeat(201)}.json`,
]

/** What the folder holds before each case: the one file, and what stands in it. */
export const filesBefore = { 'abc.json': '{"v":1}' }

/** `{host}` in a header's value stands for the server's own `localhost:port`. */
export type TeamCase = {
  name: string
  request: RawRequest
  expected: Passes | Refused | Malformed
  /** What an engine may do that reads HTTP in another way: refuse with a page of its own, or resolve to the listing. */
  elsewhere?: 'own-error' | 'passes'
}

/** The body, where one is promised, and what the folder holds afterwards, where that is another. */
type Passes = { status: 200 | 201 | 204; body?: string; files?: Readonly<Record<string, string>> }

/** Is answered in JSON with this HTTP status and this `error`, and touches nothing. */
type Refused = { status: number; error: ErrorReason }

/** Is no HTTP request: refused with any 4xx and any body, and touches nothing. */
type Malformed = { malformed: true }

const LIST = '/team/rentals/'
const FILE = '/team/rentals/abc.json'
const NEW = '/team/rentals/-41b.json'

const listed: Passes = { status: 200 }
const notFound: Refused = { status: 404, error: 'not-found' }
const crossSite: Refused = { status: 403, error: 'cross-site' }
const foreignHost: Refused = { status: 403, error: 'foreign-host' }
const badHeader: Refused = { status: 400, error: 'team-bad-header' }
const badMethod: Refused = { status: 405, error: 'team-method-not-allowed' }
const badJson: Refused = { status: 400, error: 'team-bad-json' }
const notJson: Refused = { status: 415, error: 'team-not-json' }
const tooLong: Refused = { status: 413, error: 'team-too-long' }

type Headers = NonNullable<RawRequest['headers']>

const asJson: Headers = [['Content-Type', 'application/json']]

/** A request with a body, and its length in bytes: one for each character. */
function put(body: string, headers: Headers = asJson, target = FILE): RawRequest {
  return { method: 'PUT', target, headers: [...headers, ['Content-Length', String(body.length)]], body }
}

function chunked(chunks: readonly string[]): RawRequest {
  const body = [...chunks, ''].map(chunk => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')
  return { method: 'PUT', target: FILE, headers: [...asJson, ['Transfer-Encoding', 'chunked']], body }
}

function written(name: string, request: RawRequest, text: string): TeamCase {
  return { name, request, expected: { status: 204, files: { 'abc.json': text } } }
}

function line(name: string, request: RawRequest, expected: TeamCase['expected']): TeamCase {
  return { name, request, expected }
}

function path(name: string, target: string, elsewhere?: TeamCase['elsewhere']): TeamCase {
  return { name, request: { target }, expected: notFound, ...(elsewhere && { elsewhere }) }
}

/** A JSON text of so many bytes. */
const long = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`

const passing: TeamCase[] = [
  line('the listing', { target: LIST }, listed),
  line('a file', { target: FILE }, { status: 200, body: '{"v":1}' }),
  line('a file that is not there', { target: NEW }, notFound),
  line('a new file', put('{"v":2}', asJson, NEW), {
    status: 201,
    files: { ...filesBefore, '-41b.json': '{"v":2}' },
  }),
  written('a file anew', put('{"v":2}'), '{"v":2}'),
  written('in chunks', chunked(['{"v"', ':2}']), '{"v":2}'),
  written('in UTF-8', put('"\xc3\xa9"'), '"\xc3\xa9"'),
  written('of 16 kB', put(long(16_384)), long(16_384)),
  written('with a charset', put('[]', [['Content-Type', 'Application/JSON; charset=UTF-8']]), '[]'),
  line('a removal', { method: 'DELETE', target: FILE }, { status: 204, files: {} }),
  line('a removal with an empty body', { ...put('', []), method: 'DELETE' }, { status: 204, files: {} }),
  line('the removal of what is not there', { method: 'DELETE', target: NEW }, notFound),
]

const paths: TeamCase[] = [
  path('the folder above', '/team'),
  path('the folder above with a slash', '/team/'),
  path('the listing without its slash', '/team/rentals'),
  path('the listing with a query', '/team/rentals/?x'),
  path('the listing with an empty query', '/team/rentals/?'),
  path('a file with a query', `${FILE}?x`),
  path('a file with a slash', `${FILE}/`),
  path('another folder', '/team/other/abc.json'),
  path('capitals', '/team/Rentals/'),
  path('a dot segment', '/team/./rentals/'),
  path('a parent segment', '/team/x/../rentals/abc.json'),
  path('a parent segment from outside', '/x/../team/rentals/abc.json'),
  path('a way out of the folder', '/team/rentals/../outside.json'),
  path('a way out in capitals of hex', '/team/rentals/%2E%2E/outside.json'),
  path('a way out in encoded slashes', '/team/rentals/..%2Foutside.json'),
  path('a way out, encoded twice', '/team/rentals/..%252Foutside.json'),
  path('a way out of everything', '/team/rentals/../../../../../../etc/passwd', 'own-error'),
  path('a way out with backslashes', '/team/rentals/..\\outside.json', 'own-error'),
  path('a doubled slash', '/team//rentals/abc.json'),
  path('a leading doubled slash', '//team/rentals/abc.json'),
  path('an encoded slash', '/team%2Frentals%2Fabc.json'),
  path('an encoded letter', '/%74eam/rentals/abc.json'),
  path('an encoded letter of a name', '/team/rentals/%61bc.json'),
  path('an encoded dot', '/team/rentals/abc%2ejson'),
  path('an encoded NUL', '/team/rentals/abc.json%00', 'own-error'),
  path('a matrix parameter', '/team;x/rentals/abc.json'),
  path('a hidden file', '/team/rentals/.unfinished/1'),
  path('the absolute form', `http://{host}${LIST}`, 'passes'),
  ...foreignFileNames
    .filter(name => /^[!-~]+$/.test(name))
    .map(name => path(`the name ${name.slice(0, 40)}`, LIST + name, 'own-error')),
]

/** What may not be read may not be written or removed either. */
const writtenPaths: TeamCase[] = paths.flatMap(({ name, request, ...rest }) => [
  { name: `PUT at ${name}`, request: put('{}', asJson, request.target), ...rest, elsewhere: 'own-error' },
  { name: `DELETE at ${name}`, request: { ...request, method: 'DELETE' }, ...rest, elsewhere: 'own-error' },
])

const methods: TeamCase[] = [
  ...['HEAD', 'POST', 'PATCH', 'OPTIONS', 'MKCOL', 'COPY', 'MOVE', 'PROPFIND', 'LOCK', 'SEARCH'].flatMap(
    (method): TeamCase[] => [
      { ...line(`${method} of a file`, { method, target: FILE }, badMethod) },
      {
        ...line(
          `${method} of the listing`,
          { method, target: LIST },
          {
            status: 405,
            error: 'method-not-allowed',
          },
        ),
      },
    ],
  ),
  line('PUT of the listing', put('{}', asJson, LIST), { status: 405, error: 'method-not-allowed' }),
  line(
    'DELETE of the listing',
    { method: 'DELETE', target: LIST },
    {
      status: 405,
      error: 'method-not-allowed',
    },
  ),
  line('MKCOL of a folder', { method: 'MKCOL', target: '/team/rentals/x/' }, notFound),
  line('a method in small letters', { method: 'put', target: FILE }, { malformed: true }),
  { ...line('TRACE', { method: 'TRACE', target: FILE }, badMethod), elsewhere: 'own-error' },
  line(
    'a method override',
    { method: 'POST', target: FILE, headers: [['X-HTTP-Method-Override', 'DELETE']] },
    badMethod,
  ),
  line(
    'a move',
    { method: 'MOVE', target: FILE, headers: [['Destination', 'http://{host}/team/rentals/b.json']] },
    badMethod,
  ),
]

const foreignHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Range', 'bytes=0-1'],
  ['If-Range', '"x"'],
  ['If-Match', '"x"'],
  ['If-Modified-Since', 'Wed, 25 Nov 2026 10:00:00 GMT'],
  ['If-Unmodified-Since', 'Wed, 25 Nov 2026 10:00:00 GMT'],
  ['If', '(<x>)'],
  ['Content-Range', 'bytes 0-1/2'],
  ['Content-Encoding', 'gzip'],
  ['Depth', 'infinity'],
  ['Depth', '0'],
  ['Destination', 'http://{host}/team/rentals/b.json'],
  ['Overwrite', 'T'],
  ['Lock-Token', '<x>'],
  ['Date', 'Wed, 25 Nov 2026 10:00:00 GMT'],
]

const headers: TeamCase[] = [
  ...foreignHeaders.flatMap(header => [
    line(`PUT with ${header.join(': ')}`, put('{}', [...asJson, header]), badHeader),
    line(
      `DELETE with ${header.join(': ')}`,
      { method: 'DELETE', target: FILE, headers: [header] },
      badHeader,
    ),
    line(`GET with ${header.join(': ')}`, { target: FILE, headers: [header] }, badHeader),
  ]),
  line('PUT with If-None-Match', put('{}', [...asJson, ['If-None-Match', '*']]), badHeader),
  line('GET with If-None-Match', { target: FILE, headers: [['If-None-Match', '"x"']] }, { status: 200 }),
  line('DELETE with a body', { ...put('{}'), method: 'DELETE' }, badHeader),
]

const bodies: TeamCase[] = [
  line('no length', { method: 'PUT', target: FILE, headers: asJson }, badJson),
  line('an empty body', put(''), badJson),
  line('half of a JSON text', put('{"v":'), badJson),
  line('two JSON texts', put('{}{}'), badJson),
  line('a byte order mark', put('\xef\xbb\xbf{}'), badJson),
  line('another encoding', put('"\xe9"'), badJson),
  line('another encoding: UTF-16', put('\xff\xfe{\0}\0'), badJson),
  line('one byte too many', put(long(16_385)), tooLong),
  line('far too many bytes', put(long(100_000)), tooLong),
  line('chunks of too many bytes', chunked([long(16_384), ' ']), tooLong),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/html',
    'application/json; charset=utf-16',
    'application/jsonp',
    'text/html; x=application/json',
    '',
  ].map(type => line(`the type ${type}`, put('{}', [['Content-Type', type]]), notJson)),
  line('no type', put('{}', []), notJson),
]

const requests: readonly (readonly [name: string, request: RawRequest, passes: Passes])[] = [
  ['the listing', { target: LIST }, listed],
  ['a file', { target: FILE }, { status: 200, body: '{"v":1}' }],
  ['a write', put('{"v":2}'), { status: 204, files: { 'abc.json': '{"v":2}' } }],
  ['a removal', { method: 'DELETE', target: FILE }, { status: 204, files: {} }],
]

/** The server is to be started with `ALLOWED_HOSTS=board.example`. */
const hosts: TeamCase[] = requests.flatMap(([name, request, passes]): TeamCase[] =>
  [
    { hosts: ['127.0.0.1'], expected: passes },
    { hosts: ['BOARD.example'], expected: passes },
    { hosts: ['evil.example'], expected: foreignHost },
    { hosts: ['localhost.evil.example'], expected: foreignHost },
    { hosts: [], expected: { malformed: true } as const },
    { hosts: ['localhost', 'evil.example'], expected: foreignHost },
  ].map(({ hosts, expected }) => ({
    name: `${name} under ${hosts.join(' and ') || 'no name'}`,
    request: { ...request, hosts },
    expected,
    elsewhere: 'own-error',
  })),
)

const sites: TeamCase[] = requests.flatMap(([name, request, passes]) => {
  const asked = (by: string, headers: Headers, expected: Passes | Refused) =>
    line(`${name}, by ${by}`, { ...request, headers: [...(request.headers ?? []), ...headers] }, expected)
  const header = ['X-Requested-With', 'rental-board'] as const
  const otherSite = ['Sec-Fetch-Site', 'cross-site'] as const
  return [
    asked('whoever does not say who', [], crossSite),
    asked('the page’s own header', [header], passes),
    asked('another header', [['X-Requested-With', 'XMLHttpRequest']], crossSite),
    asked('another site', [otherSite], crossSite),
    asked('another site with the page’s header', [header, otherSite], crossSite),
    asked('another port of this machine', [['Sec-Fetch-Site', 'same-site']], crossSite),
    asked('a typed address', [['Sec-Fetch-Site', 'none']], crossSite),
    asked('a link of the page', [ownPage, ['Sec-Fetch-Mode', 'navigate']], crossSite),
    asked('a frame of the page', [ownPage, ['Sec-Fetch-Dest', 'iframe']], crossSite),
    asked('the page with its origin', [ownPage, ['Origin', 'http://{host}']], passes),
    asked('the page with another’s origin', [ownPage, ['Origin', 'http://evil.example']], crossSite),
    asked('the page with a hidden origin', [ownPage, ['Origin', 'null']], crossSite),
  ]
})

/** The same request as the board's own page sends it. */
function byPage({ request, ...rest }: TeamCase): TeamCase {
  return { ...rest, request: { ...request, headers: [...(request.headers ?? []), ownPage] } }
}

/** What passes at a server that keeps a team's list, and what does not. Every engine obeys this one table. */
export const teamCases: readonly TeamCase[] = [
  ...[passing, paths, writtenPaths, methods, headers, bodies, hosts].flat().map(byPage),
  ...sites,
]
