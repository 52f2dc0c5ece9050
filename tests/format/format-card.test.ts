import { describe, expect, test } from 'vitest'
import { ApiError, TimeoutError } from '../../src/api/errors.ts'
import type { Rental } from '../../src/api/rental.ts'
import { formatCard } from '../../src/format/format-card.ts'
import { createGazetteer } from '../../src/places/gazetteer.ts'
import type { Summary } from '../../src/rentals/summary.ts'
import { english, french } from '../i18n/languages.ts'
import { withPlainSpaces } from '../i18n/plain-spaces.ts'
import { rentalWith, summaryWith } from '../rentals/samples.ts'

const NOW_MS = 1_000_000_000
const MINUTE_MS = 60_000

const places = createGazetteer(() => Promise.reject(new Error('no places'))).state.getState()

const rental: Partial<Rental> = {
  targeting: { sex: 'women', minAge: 31, maxAge: 49, zipcodes: ['60200'], departments: [] },
}

function words(summary: Partial<Summary>, known: Partial<Rental> | undefined = rental, text = french) {
  const shown = summaryWith({ ...summary, rental: known && rentalWith(known) })
  return formatCard(shown, NOW_MS - 3 * MINUTE_MS, NOW_MS, text, places).map(withPlainSpaces)
}

const since = { since: NOW_MS - 6 * MINUTE_MS, exact: true }

describe('a card of the wall', () => {
  test.each<[string, Partial<Summary>, Partial<Rental>, readonly string[]]>([
    [
      'ready: since when, who and where',
      { contacts: 10, since },
      rental,
      ['depuis 6 min', 'Femmes, 31 à 49 ans', '60200'],
    ],
    ['failed: when', { state: 'failed', since }, {}, ['il y a 6 min']],
    ['ready, of nobody knows whom', {}, {}, ['Ciblage non indiqué']],
    [
      'under way: since when, and how many',
      { state: 'generating', contacts: 5_000, since },
      rental,
      ['depuis 6 min', '5 000 contacts'],
    ],
    [
      'late: since when, and what is usual',
      { state: 'generating', contacts: 5_000, since, usualMs: 2 * MINUTE_MS },
      rental,
      ['depuis 6 min', 'd’ordinaire 2 min', '5 000 contacts'],
    ],
    ['under way, never seen to begin', { state: 'requested', contacts: 1 }, rental, ['1 contact']],
    [
      'failed: where, and how many',
      { state: 'failed', contacts: 2_000 },
      rental,
      ['60200', '2 000 contacts'],
    ],
    [
      'short of contacts: how many are missing',
      { state: 'requested', contacts: 2_000, shortfall: 796 },
      rental,
      ['il manque 796 contacts', '60200', '2 000 contacts'],
    ],
    [
      'in a status that is not documented: the provider’s words',
      { state: 'unknown' },
      { ...rental, statusText: 'Contrôle en cours' },
      ['« Contrôle en cours »', '60200'],
    ],
    [
      'stale: its age first',
      { stale: true, error: new TimeoutError(10_000) },
      rental,
      ['données d’il y a 3 min', 'Femmes, 31 à 49 ans', '60200'],
    ],
    ['found no more: what to do', { state: 'not-found' }, rental, ['Vérifiez l’identifiant']],
  ])('says, %s', (_, summary, known, expected) => {
    expect(words(summary, known)).toEqual(expected)
  })

  test.each<[string, Partial<Summary>, string]>([
    ['not asked yet', { state: 'pending' }, 'Première vérification en attente'],
    [
      'stopped by the account',
      { state: 'pending', error: new ApiError(10, 'Clé API incorrecte') },
      'Première vérification en attente',
    ],
    ['unreachable', { state: 'error', error: new TimeoutError(10_000) }, 'Pas de réponse complète en 10 s.'],
  ])('without data says why: %s', (_, summary, expected) => {
    expect(formatCard(summaryWith(summary), undefined, NOW_MS, french, places).map(withPlainSpaces)).toEqual([
      expected,
    ])
  })

  test('speaks English', () => {
    expect(words({}, rental, english)).toEqual(['Women, 31 to 49 years', '60200'])
  })
})
