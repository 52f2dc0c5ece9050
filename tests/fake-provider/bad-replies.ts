import { positionalXml } from '../../src/demo/provider-reply.ts'
import type { RentalState } from '../../src/rentals/status.ts'
import { loginPage } from './behaviours.ts'

/** A reply that the provider should not give, and what the board makes of it. */
export type BadReply = {
  readonly name: string
  readonly body: string | Uint8Array
  readonly contentType: string
  readonly httpStatus: number
  /** The row's `data-status`, when this is the first answer to its token. */
  readonly rowStatus: RentalState
  /** Whether the row shows a rental's data. */
  readonly hasData: boolean
}

const location = {
  sexe: 'femme',
  minAge: 31,
  maxAge: 49,
  zipcode: '60200',
  interest: '12',
  category: 103,
  details_localisation: [{ Type: 'cp', Location: '60200', VolumeDesired: '10', Volume: '266' }],
  cost: { quantity: 10, total: '0.900', cost_unity: '0.090' },
}

const sample = {
  success: true,
  token: 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb',
  status: 'File downloaded by user from api',
  location,
  file: { phoneNumbers: '10' },
}

const json = JSON.stringify(sample)
const xml = positionalXml(sample)
const french = JSON.stringify({ ...sample, status: 'Le fichier a déjà été téléchargé' })

const bent = (changes: object) => JSON.stringify({ ...sample, ...changes })
const located = (changes: object) => bent({ location: { ...location, ...changes } })
const priced = (changes: object) => located({ cost: { ...location.cost, ...changes } })
const failure = (code: unknown) => JSON.stringify({ success: false, code, message: 'Non' })

type Body = BadReply['body']
type Carrier = { contentType?: string; httpStatus?: number }

/** A reply from which the row shows data. */
function shown(name: string, rowStatus: RentalState, body: Body, carrier: Carrier = {}): BadReply {
  return {
    name,
    body,
    contentType: 'application/json',
    httpStatus: 200,
    ...carrier,
    rowStatus,
    hasData: true,
  }
}

/** A reply in which there is no rental. */
function refused(name: string, rowStatus: RentalState, body: Body, carrier: Carrier = {}): BadReply {
  return { ...shown(name, rowStatus, body, carrier), hasData: false }
}

const asHtml = { contentType: 'text/html; charset=utf-8' }
const asXml = { contentType: 'text/xml; charset=utf-8' }

const unreadable: readonly BadReply[] = [
  refused('an empty body', 'error', ''),
  refused('white space', 'error', ' \r\n\t '),
  refused('null', 'error', 'null'),
  refused('true', 'error', 'true'),
  refused('a number', 'error', '42'),
  refused('a text', 'error', '"File downloaded by user from api"'),
  refused('an empty list', 'error', '[]'),
  refused('a list with a rental in it', 'error', `[${json}]`),
  refused('an empty object', 'error', '{}'),
  refused('success and nothing else', 'error', '{"success":true}'),
  refused('data under __proto__', 'error', `{"__proto__":${json}}`),
  refused('lists in lists, 5,000 deep', 'error', '['.repeat(5_000)),
  refused('plain words', 'error', 'OK', { contentType: 'text/plain' }),
  refused('a login page', 'error', loginPage, asHtml),
  refused('a login page that calls itself JSON', 'error', loginPage),
  refused('a PHP warning before the JSON', 'error', `<br />\n<b>Warning</b>: key in x.php\n${json}`),
  refused('words after the JSON', 'error', `${json}\nDeprecated: key in x.php`),
  refused('truncated JSON', 'error', json.slice(0, json.length / 2)),
  refused('truncated XML', 'error', xml.slice(0, xml.length / 2), asXml),
  refused('XML without entries', 'error', '<?xml version="1.0"?><result/>', asXml),
  refused('XML of something else', 'error', '<?xml version="1.0"?><rss><channel/></rss>', asXml),
  refused('a bare NaN', 'error', '{"success":true,"status":NaN}'),
]

const failures: readonly BadReply[] = [
  refused('error 32', 'not-found', failure(32)),
  refused('error 32 as text', 'not-found', failure('32')),
  refused('error 32 under success "false"', 'not-found', '{"success":"false","code":32}'),
  refused('error 32 under success 0', 'not-found', '{"success":0,"code":32}'),
  refused('error 32 in XML', 'not-found', positionalXml({ success: false, code: 32, message: 'Non' }), asXml),
  refused('error 32 under 404', 'not-found', failure(32), { httpStatus: 404 }),
  refused('an error of a field under 400', 'error', '{"errors":[{"elementId":"a","message":"Trop court"}]}', {
    httpStatus: 400,
  }),
  refused('error 31', 'error', failure(31)),
  refused('error 33', 'error', failure(33)),
  refused('an undocumented error', 'error', failure(999)),
  refused('an error with a word for a code', 'error', failure('trente-deux')),
  refused('failure and nothing else', 'error', '{"success":false}'),
  refused('error 1', 'pending', failure(1)),
  refused('error 10', 'pending', failure(10)),
  refused('error 10 under 401', 'pending', failure(10), { httpStatus: 401 }),
  refused('error 10 under success', 'pending', '{"success":true,"code":10}'),
  refused('error 20', 'pending', failure(20)),
  refused('error 30', 'pending', failure(30)),
  refused('error 40', 'pending', failure(40)),
  refused('error 96', 'pending', failure(96)),
  refused('404 in words', 'error', 'Not Found', { httpStatus: 404, contentType: 'text/plain' }),
  refused('500 with nothing', 'error', '', { httpStatus: 500 }),
  refused('502 of a gateway', 'error', '<html>502 Bad Gateway</html>', { httpStatus: 502, ...asHtml }),
]

const odd: readonly BadReply[] = [
  shown('success missing', 'downloaded', bent({ success: undefined })),
  shown('success "true"', 'downloaded', bent({ success: 'true' })),
  shown('success 1', 'downloaded', bent({ success: 1 })),
  shown('success in another word', 'downloaded', bent({ success: 'oui' })),
  shown('success "false" over data', 'downloaded', bent({ success: 'false' })),
  shown('code 200 beside the data', 'downloaded', bent({ code: 200 })),
  shown('status missing', 'unknown', bent({ status: undefined })),
  shown('status null', 'unknown', bent({ status: null })),
  shown('status empty', 'unknown', bent({ status: '' })),
  shown('status 4', 'unknown', bent({ status: 4 })),
  shown('status -1', 'unknown', bent({ status: -1 })),
  shown('status true', 'unknown', bent({ status: true })),
  shown('status as an object', 'unknown', bent({ status: { code: 2 } })),
  shown('status as a list', 'unknown', bent({ status: [2] })),
  shown('an undocumented sentence', 'unknown', bent({ status: 'En attente de validation' })),
  shown('a sentence in capitals', 'downloaded', bent({ status: 'FILE DOWNLOADED BY USER FROM API' })),
  shown('a sentence in decomposed letters', 'downloaded', french.normalize('NFD')),
  shown('token missing', 'downloaded', bent({ token: undefined })),
  shown('a token of another rental', 'downloaded', bent({ token: 'identifiant de la location' })),
]

const fields: readonly BadReply[] = [
  shown('location null', 'downloaded', bent({ location: null })),
  shown('location as PHP writes an empty one', 'downloaded', bent({ location: [] })),
  shown('a cost that nothing decides', 'downloaded', located({ cost: { total: '12.345' } })),
  shown('location as text', 'downloaded', bent({ location: '60200' })),
  shown(
    'null in every field',
    'downloaded',
    located({ sexe: null, minAge: null, zipcode: null, cost: null }),
  ),
  shown('objects for texts', 'downloaded', located({ sexe: {}, zipcode: { 0: '60200' }, interest: [] })),
  shown('ages swapped', 'downloaded', located({ minAge: 49, maxAge: 31 })),
  shown('ages in words', 'downloaded', located({ minAge: 'trente', maxAge: 'NaN' })),
  shown('50 places', 'downloaded', located({ details_localisation: places(50) })),
  shown(
    'places as PHP writes a list with a gap',
    'downloaded',
    located({ details_localisation: { ...places(3) } }),
  ),
  shown('one place without its list', 'downloaded', located({ details_localisation: places(1)[0] })),
  shown('places that are none', 'downloaded', located({ details_localisation: [null, 'cp', 7, [], {}] })),
  shown('negative volumes', 'downloaded', located({ details_localisation: [{ Volume: '-266' }] })),
  shown(
    'volumes out of range',
    'downloaded',
    located({ details_localisation: [{ Volume: '9'.repeat(30) }] }),
  ),
  shown('cost as text', 'downloaded', located({ cost: '0,900 €' })),
  shown('cost as a list', 'downloaded', located({ cost: [10, '0.900', '0.090'] })),
  shown('cost that disagrees with itself', 'downloaded', priced({ total: '9.000' })),
  shown('cost with commas and spaces', 'downloaded', priced({ quantity: '12 345', total: '1 111,05' })),
  shown(
    'cost of no number',
    'downloaded',
    priced({ quantity: 'NaN', total: 'Infinity', cost_unity: '-0.090' }),
  ),
  shown('file null', 'downloaded', bent({ file: null })),
  shown('file as a list of numbers', 'downloaded', bent({ file: ['0600000001', '0600000002'] })),
  shown('a number of numbers in words', 'downloaded', bent({ file: { phoneNumbers: 'beaucoup' } })),
]

const carriage: readonly BadReply[] = [
  shown('JSON that calls itself HTML', 'downloaded', json, asHtml),
  shown('XML that calls itself JSON', 'downloaded', xml),
  shown(
    'XML without its last entries',
    'downloaded',
    xml.replace(/<entry>(?=<entry><!\[CDATA\[f).*/, '</result>'),
    asXml,
  ),
  shown(
    'XML with one entry more',
    'downloaded',
    xml.replace('</result>', '<entry>1</entry></result>'),
    asXml,
  ),
  shown('a byte order mark', 'downloaded', `\uFEFF${json}`),
  shown('Latin-1, declared', 'downloaded', Buffer.from(french, 'latin1'), {
    contentType: 'application/json; charset=iso-8859-1',
  }),
  shown('Latin-1 declared as UTF-8', 'unknown', Buffer.from(french, 'latin1'), {
    contentType: 'application/json; charset=utf-8',
  }),
  shown('an encoding that nobody knows', 'downloaded', json, {
    contentType: 'application/json; charset=klingon',
  }),
  shown('no content type', 'downloaded', json, { contentType: '' }),
]

/** Every bad reply, each under a name of its own. */
export const badReplies: readonly BadReply[] = [...unreadable, ...failures, ...odd, ...fields, ...carriage]

function places(n: number) {
  return Array.from({ length: n }, (_, i) => ({
    Type: 'cp',
    Location: String(60_000 + 10 * i),
    VolumeDesired: '10',
    Volume: '266',
  }))
}
