import { describe, expect, test, vi } from 'vitest'
import type { Place, Targeting } from '../../src/api/rental.ts'
import {
  formatCode,
  formatPlaces,
  targetedDepartments,
  targetedPostcodes,
} from '../../src/format/format-places.ts'
import { createGazetteer, type PlacesIndex } from '../../src/places/gazetteer.ts'
import { english, french } from '../i18n/languages.ts'
import { rentalWith } from '../rentals/samples.ts'

/** The index of two departments. */
const index: PlacesIndex = {
  departments: { '02': 'Aisne', '60': 'Oise' },
  prepositions: { '02': 'dans l’', '60': 'dans l’' },
  exceptions: {},
  files: {
    '02': async () => ({ default: { '02200': ['Soissons', 'Belleu', 'Courmelles'] } }),
    '60': async () => ({ default: { '60200': ['Compiègne'] } }),
  },
}

const gazetteer = createGazetteer(async () => index)
gazetteer.want(['60200', '02200'])
await vi.waitUntil(() => gazetteer.state.getState().communes('60200') !== undefined)
const places = gazetteer.state.getState()

/** What is known before anything has been asked for. */
const nowhere = createGazetteer(async () => index).state.getState()

describe('a code', () => {
  test.each([
    ['60200', '60200 Compiègne', '60200'],
    ['02200', '02200 Soissons +2', '02200'],
    ['99999', '99999', '99999'],
    ['60', '60 Oise', 'département 60'],
    ['2', '02 Aisne', 'département 2'],
    ['2A', 'département 2A', 'département 2A'],
    ['971', 'département 971', 'département 971'],
    ['Creil', 'Creil', 'Creil'],
    ['2C', '2C', '2C'],
  ])('%s is %s, or %s while nothing is known', (code, known, unknown) => {
    expect(formatCode(code, french, places)).toBe(known)
    expect(formatCode(code, french, nowhere)).toBe(unknown)
  })

  test('is said in English too', () => {
    expect(formatCode('60', english, nowhere)).toBe('department 60')
  })
})

describe('the places of a rental', () => {
  const at = (...locations: readonly string[]): readonly Place[] =>
    locations.map(location => ({ type: 'cp', location }))

  test.each<[string, readonly Place[], Partial<Targeting>, string | undefined]>([
    ['nothing', [], {}, undefined],
    ['one postcode', at('60200'), {}, '60200 Compiègne'],
    ['postcodes', at('60200', '60300', '02200'), {}, '3 codes postaux'],
    ['departments', at('60', '2A'), {}, '2 départements'],
    ['a postcode that is there twice', at('60200', '60200'), {}, '60200 Compiègne'],
    ['both', at('60200', '60'), {}, '2 lieux'],
    ['a place without a name', [{ wanted: 10 }], {}, '1 lieu'],
    ['a targeted postcode', [], { zipcodes: ['60200'] }, '60200 Compiègne'],
    ['targeted postcodes', [], { zipcodes: ['60200', '02200'] }, '2 codes postaux'],
    ['a targeted department', [], { departments: ['60'] }, '60 Oise'],
    ['targeted postcode and department', [], { zipcodes: ['02200'], departments: ['60'] }, '2 lieux'],
    ['localisation before targeting', at('60200'), { zipcodes: ['02200', '60300'] }, '60200 Compiègne'],
    [
      'volumes without a place, and a targeted department',
      [{ available: 20 }],
      { departments: ['60'] },
      '60 Oise',
    ],
  ])('by %s', (_, lines, targeting, expected) => {
    const rental = rentalWith({
      places: lines,
      targeting: { zipcodes: [], departments: [], ...targeting },
    })
    expect(formatPlaces(rental, french, places)).toBe(expected)
  })

  test.each<[string, readonly Place[], Partial<Targeting>, { postcodes: string[]; departments: string[] }]>([
    ['its targeting', at('60200'), { zipcodes: ['02200'] }, { postcodes: ['02200'], departments: [] }],
    ['places alone', at('60200', '60300', '60200'), {}, { postcodes: ['60200', '60300'], departments: [] }],
    ['places of both kinds', at('60200', '2A', 'Oise'), {}, { postcodes: ['60200'], departments: ['2A'] }],
    ['nothing', [{ wanted: 10 }], {}, { postcodes: [], departments: [] }],
  ])('targets the codes of %s', (_, lines, targeting, expected) => {
    const rental = rentalWith({
      places: lines,
      targeting: { zipcodes: [], departments: [], ...targeting },
    })
    expect({
      postcodes: targetedPostcodes(rental),
      departments: targetedDepartments(rental),
    }).toEqual(expected)
  })
})
