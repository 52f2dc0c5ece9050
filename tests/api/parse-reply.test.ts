import { describe, expect, test } from 'vitest'
import { ApiError, DecodeError } from '../../src/api/errors.ts'
import { parseReply } from '../../src/api/parse-reply.ts'
import { caught } from './caught.ts'

function decode(fields: object) {
  return parseReply(JSON.stringify(fields))
}

function decodeLocation(location: unknown) {
  return decode({ success: true, status: 2, location })
}

const nothingGiven = { zipcodes: [], departments: [] }

describe('a location', () => {
  test('names every documented field', () => {
    const { targeting } = decodeLocation({
      sexe: 'h',
      minAge: '18',
      maxAge: 98,
      zipcode: '02200,60200',
      department: '02,60',
      interest: 14,
      subInterest: '35',
      category: '102',
    })
    expect(targeting).toEqual({
      sex: 'men',
      sexText: 'h',
      minAge: 18,
      maxAge: 98,
      zipcodes: ['02200', '60200'],
      departments: ['02', '60'],
      interest: '14',
      subInterest: '35',
      category: '102',
    })
  })

  test.each([undefined, null, [], {}, 'x', 5, true])(
    'of %j gives nothing, and the rest is shown',
    location => {
      expect(decodeLocation(location)).toEqual({
        status: 'ready',
        statusText: '2',
        targeting: nothingGiven,
        places: [],
        flags: [],
      })
    },
  )

  test('keeps what can be read beside what cannot', () => {
    const { targeting } = decodeLocation({
      sexe: 'tous',
      minAge: [],
      maxAge: -1,
      category: true,
      zipcode: '60200',
    })
    expect(targeting).toEqual({ ...nothingGiven, sexText: 'tous', zipcodes: ['60200'] })
  })
})

test('a postcode that comes as a number has its zero again', () => {
  const location = { zipcode: [2200, 60200, '2200'], details_localisation: [{ Location: 1000 }] }
  expect(decodeLocation(location)).toMatchObject({
    targeting: { zipcodes: ['02200', '60200', '2200'] },
    places: [{ location: '01000' }],
  })
  expect(decodeLocation({ zipcode: 2200 }).targeting.zipcodes).toEqual(['02200'])
})

describe('the places of a location', () => {
  const raw = { Type: 'cp', Location: '60200', VolumeDesired: '10', Volume: '12 345' }
  const place = { type: 'cp', location: '60200', wanted: 10, available: 12_345 }

  test.each([
    ['a list', [raw], [place]],
    ['an object with numeric keys', { 0: raw, 2: raw }, [place, place]],
    ['one place without its list', raw, [place]],
    ['keys in another case', [{ type: 'cp', LOCATION: 60200, volumeDesired: 10, VOLUME: 12_345 }], [place]],
    ['a place of which only the volume came', [{ Volume: 0 }], [{ available: 0 }]],
    ['places with nothing in them', [{}, null, [], 'x', { Type: '', Volume: 'NaN' }, raw], [place]],
    ['a text', 'x', []],
    ['an empty object', {}, []],
    [
      'the keys of the price endpoint',
      [{ Type: 'CP', Localite: '60200', DesiredVolume: 10, Volume: 20 }],
      [{ type: 'CP', location: '60200', wanted: 10, available: 20 }],
    ],
    [
      'keys with what nobody sees',
      [{ '\ufeffType': 'cp', 'Localite\u200b': '60200' }],
      [{ type: 'cp', location: '60200' }],
    ],
    ['keys with accents', [{ Localité: '59000', desired_volume: '5' }], [{ location: '59000', wanted: 5 }]],
    [
      'both keys at once',
      [{ Location: '', Localite: '2A', VolumeDesired: '', DesiredVolume: 7 }],
      [{ location: '2A', wanted: 7 }],
    ],
    [
      'places and a line that sums them',
      [raw, { Type: 'total', Localite: 'total', Volume: 12_345 }],
      [place],
    ],
    ['a sum without a place', [raw, { Type: 'TOTAL', VolumeDesired: 10 }], [place]],
    ['a sum that is of no type', [{ LOCALITE: 'Total', Volume: 9 }, raw], [place]],
    [
      'a department of type total',
      [{ Type: 'total', Localite: '60', Volume: 9 }],
      [{ type: 'total', location: '60', available: 9 }],
    ],
    [
      'nothing but a sum, which is not said to be a place',
      [{ Type: 'total', Localite: 'total', Volume: 20 }],
      [{ available: 20 }],
    ],
  ])('are read from %s', (_, details, places) => {
    expect(decodeLocation({ details_localisation: details }).places).toEqual(places)
  })
})

describe('the cost of a location', () => {
  test.each([
    [
      { quantity: 10, total: '0,900', cost_unity: '0.090' },
      { quantity: 10, total: '0.900', unitPrice: '0.090' },
    ],
    [{ total: 0.9 }, { total: '0.9' }],
    [{ quantity: 'dix', cost_unity: '0.09' }, { unitPrice: '0.09' }],
    [{}, undefined],
    [[], undefined],
    [{ quantity: null, total: '' }, undefined],
    ['0.900', undefined],
    [
      { quantity: 10, total: '0,90 €', cost_unity: '€0.090' },
      { quantity: 10, total: '0.90', unitPrice: '0.090' },
    ],
    [{ total: '1 234,50\u00a0euros' }, { total: '1234.50' }],
    [{ total: 'EUR 12.50', quantity: '10 €' }, { total: '12.50' }],
    [{ total: '12.50 $' }, undefined],
    [
      { quantity: 13_717, total: '1,234 €', cost_unity: '0.09' },
      { quantity: 13_717, total: '1234', unitPrice: '0.09' },
    ],
  ])('of %j is %j', (raw, cost) => {
    expect(decodeLocation({ cost: raw }).cost).toEqual(cost)
  })

  test.each([
    ['10', '0.090', '0.900', []],
    ['10', '0.090', '0.905', []],
    ['10', '0.090', '0.895', []],
    ['10', '0.090', '0.9051', ['cost-disagrees']],
    ['10', '0.090', '9.00', ['cost-disagrees']],
    ['3', '0.1', '0.3', []],
    ['1000000', '0.0333', '33300.0050000000000001', ['cost-disagrees']],
    ['1000000', '0.0333', '33300.0050000000000000', []],
    ['10', '0.090', '', []],
    ['', '0.090', '0.900', []],
    ['10', '', '0.900', []],
  ])('of %s × %s for %s is flagged %j', (quantity, cost_unity, total, flags) => {
    expect(decodeLocation({ cost: { quantity, cost_unity, total } }).flags).toEqual(flags)
  })
})

test.each([
  [31, 49, []],
  [40, 40, []],
  [50, 49, ['ages-swapped']],
  [50, '', []],
])('ages %j to %j are flagged %j', (minAge, maxAge, flags) => {
  const { targeting, ...rental } = decodeLocation({ minAge, maxAge })
  expect(rental.flags).toEqual(flags)
  expect(targeting.minAge).toBe(minAge)
})

test.each([
  [{ phoneNumbers: '12 345' }, 12_345],
  [{ phoneNumbers: 0 }, 0],
  [{ phoneNumbers: false }, undefined],
  [[], undefined],
  [null, undefined],
])('a file of %j holds %j numbers', (file, count) => {
  expect(decode({ success: true, status: 2, file }).phoneNumbers).toBe(count)
})

test.each([
  ['abc', 'abc'],
  [12, '12'],
  ['', undefined],
  [{}, undefined],
])('a token of %j is %j', (token, text) => {
  expect(decode({ success: true, status: 2, token }).token).toBe(text)
})

test.each([undefined, null, '', ' '])('a status of %j is unknown and has no text', status => {
  const rental = decode({ success: true, token: 'a', status })
  expect(rental.status).toBe('unknown')
  expect(rental.statusText).toBeUndefined()
})

describe('success with data', () => {
  test.each([
    [{ success: true }, []],
    [{ success: '1' }, []],
    [{}, ['success-missing']],
    [{ success: null }, ['success-missing']],
    [{ code: 10 }, ['success-missing']],
    [{ success: 'peut-être' }, ['success-odd']],
    [{ success: 2, code: 10 }, ['success-odd']],
    [{ success: false }, ['success-odd']],
    [{ success: 'false', code: 200 }, ['success-odd']],
    [{ success: 0, code: '200', message: "Tout s'est bien passé !" }, ['success-odd']],
  ])('%j is shown and flagged %j', (fields, flags) => {
    expect(decode({ ...fields, status: 2 })).toMatchObject({ status: 'ready', flags })
  })
})

describe('an API error', () => {
  test.each([
    [{ success: false, code: 10, message: 'Clé API incorrecte' }, 10, 'Clé API incorrecte'],
    [{ success: 'false', code: '32' }, 32, ''],
    [{ success: 0, message: 'Erreur' }, undefined, 'Erreur'],
    [{ success: false }, undefined, ''],
    [{ success: false, code: 200 }, 200, ''],
    [{ success: false, code: 'x', message: [] }, undefined, ''],
    [{ success: false, code: 32, token: 'a', status: 2, location: {} }, 32, ''],
    [{ success: false, message: 'Erreur', status: 2 }, undefined, 'Erreur'],
    [{ success: false, token: 'a' }, undefined, ''],
    [{ success: true, code: 10 }, 10, ''],
    [{ success: 'true', code: '32', token: 'a' }, 32, ''],
    [{ code: 96, message: 'IP' }, 96, 'IP'],
    [{ code: 32, token: 'a' }, 32, ''],
    [{ success: 'error', code: 1 }, 1, ''],
    [{ success: false, error: 'Token invalide' }, undefined, 'Token invalide'],
    [
      { success: false, code: 61, errors: ['Token requis', ' Clé requise ', ''] },
      61,
      'Token requis ; Clé requise',
    ],
    [{ errors: [{ elementId: 'children[0].data', message: 'Trop court' }] }, undefined, 'Trop court'],
    [
      { code: 9, message: 'Refusé', errors: [{ elementId: 'a', message: 'Crédit épuisé' }] },
      9,
      'Refusé ; Crédit épuisé',
    ],
    [{ success: false, error: { code: 4, message: 'Compte suspendu' } }, undefined, 'Compte suspendu'],
    [
      { success: false, errors: { token: ['Trop long', 'Non valable'] } },
      undefined,
      'Trop long ; Non valable',
    ],
    [{ success: true, errors: 'Rien à louer' }, undefined, 'Rien à louer'],
    [{ message: 'Maintenance' }, undefined, 'Maintenance'],
    [{ status: 'error', code: 32, message: 'Location introuvable' }, 32, 'Location introuvable'],
    [{ status: 404, message: 'Not Found' }, undefined, 'Not Found'],
    [{ status: 'fail', errors: ['Token requis'] }, undefined, 'Token requis'],
    [{ success: false, error: 'invalid', message: 'Clé absente' }, undefined, 'Clé absente'],
    [{ success: false, error: 'Échec', status: 2 }, undefined, 'Échec'],
    [{ success: false, errors: ['x'.repeat(400)] }, undefined, `${'x'.repeat(299)}…`],
  ])('is read from %j', (fields, code, message) => {
    const error = caught(() => decode(fields))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code, message })
  })
})

describe('an unreadable reply', () => {
  test.each([
    ['', 'empty'],
    [' \n\u00a0\ufeff', 'empty'],
    ['<!DOCTYPE html><html><title>Connexion</title></html>', 'html'],
    ['<!doctype HTML>', 'html'],
    [' <HTML lang="fr">', 'html'],
    ['<!-- page --><html></html>', 'html'],
    [
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"/>',
      'html',
    ],
    ['<br />\n<b>Warning</b>: mysql_connect()', 'html'],
    ['<h1>502 Bad Gateway</h1>', 'html'],
    ['{"success": true, "stat', 'truncated'],
    ['{', 'truncated'],
    ['[1, 2', 'truncated'],
    ['{"status": 2} trailing', 'truncated'],
    ['<', 'truncated'],
    ['<?xml version="1.0" enc', 'truncated'],
    ['<result><entry>true</entry>', 'truncated'],
    ['<res', 'truncated'],
    ['Service unavailable', 'not-json-or-xml'],
    ['NaN', 'not-json-or-xml'],
    ['"cut', 'not-json-or-xml'],
    ['<rss></rss>', 'not-json-or-xml'],
    ['<rss>', 'not-json-or-xml'],
    ['<!-- no end', 'not-json-or-xml'],
    ['<!DOCTYPE result [<!ENTITY a "b">]><result><entry>&a;</entry></result>', 'not-json-or-xml'],
    ['[]', 'not-an-object'],
    ['[{"status": 2}]', 'not-an-object'],
    ['"text"', 'not-an-object'],
    ['5', 'not-an-object'],
    ['null', 'not-an-object'],
    ['true', 'not-an-object'],
    ['{}', 'nothing-in-it'],
    ['{"success": true}', 'nothing-in-it'],
    ['{"success": true, "code": 0}', 'nothing-in-it'],
    ['{"success": true, "code": 200, "message": "ok"}', 'nothing-in-it'],
    ['{"success": true, "token": "", "status": null, "location": " "}', 'nothing-in-it'],
    ['{"__proto__": {"status": 2}, "constructor": 1}', 'nothing-in-it'],
    ['<result/>', 'nothing-in-it'],
    ['<result><entry>true</entry></result>', 'nothing-in-it'],
  ])('%j is %s', (text, problem) => {
    const error = caught(() => parseReply(text))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toHaveProperty('problem', problem)
  })
})

test.each(['\ufeff', ' \r\n\t', ''])('a reply after %j is read', start => {
  expect(parseReply(`${start}{"success": true, "status": 2}\n`).status).toBe('ready')
})

test('unknown keys change nothing', () => {
  const known = '{"success": true, "status": 2, "location": {"minAge": 31'
  const odd =
    '"__proto__": {"maxAge": 5}, "constructor": {"prototype": 1}, "toString": null, "hasOwnProperty": 1'
  expect(parseReply(`${known}, ${odd}}, ${odd}}`)).toEqual(parseReply(`${known}}}`))
})

test('nesting thousands deep is not followed', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const reply = `{"success":${deep},"status":2,"token":${deep},"location":{"minAge":${deep},"details_localisation":${deep}}}`
  expect(parseReply(reply)).toMatchObject({ status: 'ready', places: [], flags: ['success-odd'] })
})

describe('a reply of many places', () => {
  const placesOf = (count: number) => ({
    details_localisation: Array.from({ length: count }, (_, index) => {
      return { Type: 'cp', Location: String(index), VolumeDesired: '10', Volume: '1 266' }
    }),
  })

  test('is read up to 20,000, in time that grows with their number alone', () => {
    const [few, many] = [2_000, 20_000].map(count => {
      const before = process.cpuUsage()
      const { places } = decodeLocation(placesOf(count))
      const ms = process.cpuUsage(before).user / 1_000
      expect(places).toHaveLength(count)
      expect(places.at(-1)).toEqual({ type: 'cp', location: String(count - 1), wanted: 10, available: 1_266 })
      return ms
    })
    expect(many).toBeLessThan(30 * Math.max(10, few ?? 0))
  })

  test.each([20_001, 70_000])('is too large with %i', count => {
    const error = caught(() => decodeLocation(placesOf(count)))
    expect(error).toHaveProperty('problem', 'too-large')
  })
})
