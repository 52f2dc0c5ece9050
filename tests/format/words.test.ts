import { describe, expect, test } from 'vitest'
import {
  ApiError,
  DecodeError,
  HttpError,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/api/errors.ts'
import { toFault } from '../../src/api/fault.ts'
import type { Targeting } from '../../src/api/rental.ts'
import { formatError, formatFlag } from '../../src/format/format-error.ts'
import { formatCriteria, formatPeople } from '../../src/format/format-targeting.ts'
import { formatRelativeTime, formatSince } from '../../src/format/format-time.ts'
import { shortToken } from '../../src/format/rental-name.ts'
import type { RentalState } from '../../src/rentals/status.ts'
import { english, french } from '../i18n/languages.ts'
import { withPlainSpaces } from '../i18n/plain-spaces.ts'
import { rentalWith } from '../rentals/samples.ts'

describe('targeting in words', () => {
  const targetingWith = (change: Partial<Targeting>): Targeting => ({
    zipcodes: [],
    departments: [],
    ...change,
  })

  test.each<[Partial<Targeting>, string | undefined, string | undefined]>([
    [{}, undefined, undefined],
    [{ sex: 'women', minAge: 31, maxAge: 49 }, 'Femmes, 31 à 49 ans', 'Women, 31 to 49 years'],
    [{ sex: 'men' }, 'Hommes', 'Men'],
    [{ sex: 'mixed', minAge: 18 }, 'Mixte, dès 18 ans', 'Women and men, 18 and over'],
    [{ maxAge: 49 }, 'jusqu’à 49 ans', 'up to 49 years'],
    [{ minAge: 0, maxAge: 0 }, '0 ans', '0 years'],
    [{ minAge: 49, maxAge: 31 }, '49 à 31 ans', '49 to 31 years'],
    [{ sexText: 'autre', minAge: 18, maxAge: 98 }, 'autre, 18 à 98 ans', 'autre, 18 to 98 years'],
    [{ sex: 'women', sexText: 'femme' }, 'Femmes', 'Women'],
  ])('of the people %j: %s', (targeting, inFrench, inEnglish) => {
    expect(formatPeople(targetingWith(targeting), french)).toBe(inFrench)
    expect(formatPeople(targetingWith(targeting), english)).toBe(inEnglish)
  })

  test.each<[Partial<Targeting>, string | undefined, string | undefined]>([
    [{}, undefined, undefined],
    [{ category: '103', interest: '12' }, 'CSP−, intérêt 12', 'CSP−, interest 12'],
    [{ category: '102' }, 'CSP+', 'CSP+'],
    [{ category: '104' }, 'catégorie 104', 'category 104'],
    [{ category: 'toString' }, 'catégorie toString', 'category toString'],
    [{ interest: '14', subInterest: '35' }, 'intérêt Habitation / Cuisine', 'interest Housing / Cooking'],
    [{ subInterest: '99' }, 'intérêt 99', 'interest 99'],
    [{ interest: 'constructor' }, 'intérêt constructor', 'interest constructor'],
  ])('of the criteria %j: %s', (targeting, inFrench, inEnglish) => {
    expect(formatCriteria(targetingWith(targeting), french)).toBe(inFrench)
    expect(formatCriteria(targetingWith(targeting), english)).toBe(inEnglish)
  })
})

test('the user’s own name of an interest comes before the documented one', () => {
  const targeting = { zipcodes: [], departments: [], interest: '14', subInterest: '12' }
  expect(formatCriteria(targeting, french, { 14: 'Maison', 12: 'Jardin' })).toBe('intérêt Maison / Jardin')
})

describe('an error in words', () => {
  test.each<[unknown, string, string]>([
    [
      new NetworkError('refused'),
      'Le serveur de suivi ne répond pas.',
      'The tracking server is not responding.',
    ],
    [new TimeoutError(10_000), 'Pas de réponse complète en 10 s.', 'No complete reply within 10 s.'],
    [
      new HttpError(502),
      'Le serveur a répondu par une erreur HTTP 502.',
      'The server replied with HTTP error 502.',
    ],
    [
      new HttpError(502, 'SMS Partner est injoignable.'),
      'Le serveur répond : SMS Partner est injoignable. (HTTP 502)',
      'The server says: SMS Partner est injoignable. (HTTP 502)',
    ],
    [
      new RateLimitError(30_000),
      'Trop de demandes : le serveur demande de ralentir.',
      'Too many requests: the server asked us to slow down.',
    ],
    [
      new ApiError(32, 'Location introuvable'),
      'SMS Partner répond : Location introuvable (code 32)',
      'SMS Partner says: Location introuvable (code 32)',
    ],
    [
      new ApiError(31, ''),
      'SMS Partner répond par une erreur (code 31).',
      'SMS Partner replied with an error (code 31).',
    ],
    [
      new ApiError(undefined, 'Non'),
      'SMS Partner répond : Non (sans code)',
      'SMS Partner says: Non (no code)',
    ],
    [
      new ApiError(undefined, ''),
      'SMS Partner répond par une erreur (sans code).',
      'SMS Partner replied with an error (no code).',
    ],
    [new Error('?'), 'Erreur inattendue du suivi.', 'Unexpected tracking error.'],
    [undefined, 'Erreur inattendue du suivi.', 'Unexpected tracking error.'],
  ])('%s: %s', (error, inFrench, inEnglish) => {
    expect(withPlainSpaces(formatError(toFault(error), french))).toBe(inFrench)
    expect(formatError(toFault(error), english)).toBe(inEnglish)
  })

  test('each unreadable reply has its own', () => {
    const problems = [
      ...(['empty', 'html', 'redirect', 'truncated', 'not-json-or-xml'] as const),
      ...(['not-an-object', 'nothing-in-it', 'too-large'] as const),
    ]
    for (const text of [french, english]) {
      const words = problems.map(problem => formatError(new DecodeError(problem), text))
      expect(new Set(words).size).toBe(problems.length)
      expect(words).toEqual(problems.map(problem => text.t.errors.decode[problem]))
    }
  })
})

describe('a token in short', () => {
  test.each([
    ['a', 'a'],
    ['identifiant-1234', 'identifiant-1234'],
    ['identifiant-12345', 'identifi…-12345'],
    ['b22b841a21624f4f452ba7fa8c822c0ed7cecfdb', 'b22b841a…cecfdb'],
    ['🚀'.repeat(16), '🚀'.repeat(16)],
    ['🚀'.repeat(17), `${'🚀'.repeat(8)}…${'🚀'.repeat(6)}`],
  ])('%s is %s', (token, short) => {
    expect(shortToken(token)).toBe(short)
  })
})

describe('since when, in words', () => {
  const SECOND = 1_000
  const MINUTE = 60 * SECOND
  const HOUR = 60 * MINUTE
  const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
  const now = local(23, 18)

  test.each<[string, number, string, string]>([
    ['the future', now + HOUR, 'à l’instant', 'just now'],
    ['now', now, 'à l’instant', 'just now'],
    ['4.999 s', now - 4_999, 'à l’instant', 'just now'],
    ['5 s', now - 5 * SECOND, 'il y a 5 s', '5 sec ago'],
    ['a minute', now - MINUTE, 'il y a 1 min', '1 min ago'],
    ['just under 12 h', now - 12 * HOUR + 1, 'il y a 11 h', '11 hr ago'],
    ['12 h, the same day', local(23, 6), '06:00', '06:00'],
    ['this midnight', local(23, 0), '00:00', '00:00'],
    ['last night', local(22, 23, 59), 'hier, 23:59', 'yesterday, 23:59'],
    ['yesterday’s midnight', local(22, 0), 'hier, 00:00', 'yesterday, 00:00'],
    ['the day before', local(21, 23, 59), '21 nov.', '21 Nov'],
    ['the month before', local(-10, 12), '21 oct.', '21 Oct'],
  ])('a moment ago by %s', (_, at, inFrench, inEnglish) => {
    expect(withPlainSpaces(formatRelativeTime(at, now, french))).toBe(inFrench)
    expect(withPlainSpaces(formatRelativeTime(at, now, english))).toBe(inEnglish)
  })

  test('yesterday is yesterday over the turn of a year', () => {
    const newYear = new Date(2027, 0, 1, 15).getTime()
    expect(formatRelativeTime(new Date(2026, 11, 31, 9).getTime(), newYear, french)).toBe('hier, 09:00')
  })

  test.each<[RentalState, number, boolean, string]>([
    ['ready', 6 * MINUTE, true, 'depuis 6 min'],
    ['ready', 6 * MINUTE, false, 'avant 17:54'],
    ['ready', 0, false, 'avant 18:00'],
    ['generating', 20 * HOUR, false, 'avant le 22 nov., 22:00'],
    ['generating', 30 * HOUR, true, 'depuis 1 j'],
    ['requested', -5 * SECOND, true, 'depuis 0 s'],
    ['unknown', HOUR, true, 'depuis 1 h'],
    ['downloaded', HOUR, true, 'il y a 1 h'],
    ['downloaded', HOUR, false, 'avant 17:00'],
    ['failed', 20 * HOUR, true, 'hier, 22:00'],
  ])('%s of age %d, exact %s: %s', (state, age, exact, expected) => {
    expect(withPlainSpaces(formatSince(state, { since: now - age, exact }, now, french))).toBe(expected)
  })
})

test('a number that is not given is told as it came', () => {
  const rental = rentalWith({ flags: ['number-unread', 'cost-disagrees'], unread: ['12.345', '10 contacts'] })
  const [unread, other] = rental.flags.map(flag => withPlainSpaces(formatFlag(flag, rental, french)))
  expect(unread).toBe('Non indiqué, car ambigu ou illisible : « 12.345 » « 10 contacts »')
  expect(other).toBe(french.t.flags['cost-disagrees'])
  expect(formatFlag('number-unread', rental, english)).toContain('“12.345” “10 contacts”')
})
