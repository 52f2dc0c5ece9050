import { departments, exceptions, files, prepositions } from 'virtual:places'
import { describe, expect, test, vi } from 'vitest'
import type { Rental } from '../../src/api/rental.ts'
import { formatRentalName } from '../../src/format/rental-name.ts'
import { loadI18n } from '../../src/i18n/i18n.ts'
import { createGazetteer } from '../../src/places/gazetteer.ts'
import { noPlaces } from '../../src/places/known-places.ts'
import { rentalWith } from '../rentals/samples.ts'

const [fr, en] = await Promise.all([loadI18n('fr'), loadI18n('en')])

const gazetteer = createGazetteer(async () => ({ departments, prepositions, exceptions, files }))
gazetteer.want(['60200', '02200'])
await vi.waitUntil(() => gazetteer.state.getState().departmentName('60') !== undefined)
const knownPlaces = gazetteer.state.getState()

const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
const nowhere = { zipcodes: [], departments: [] }
const women = { sex: 'women', minAge: 31, maxAge: 49 } as const

function called(targeting: Partial<Rental['targeting']>, text = fr, places = knownPlaces) {
  return formatRentalName({ token }, rentalWith({ targeting: { ...nowhere, ...targeting } }), text, places)
}

describe('a rental is called', () => {
  test('as its user named it', () => {
    const rental = rentalWith({ targeting: { ...nowhere, ...women } })
    expect(formatRentalName({ token, name: 'Ouverture' }, rental, fr, knownPlaces)).toBe('Ouverture')
  })

  test.each<[Partial<Rental['targeting']>, string, string]>([
    [{ ...women, zipcodes: ['60200'] }, 'Femmes 31–49, Compiègne', 'Women 31–49, Compiègne'],
    [{ ...women, zipcodes: ['02200'] }, 'Femmes 31–49, Soissons', 'Women 31–49, Soissons'],
    [{ ...women, departments: ['60'] }, 'Femmes 31–49, Oise', 'Women 31–49, Oise'],
    [{ ...women, zipcodes: ['60200', '02200'] }, 'Femmes 31–49, 2 codes postaux', 'Women 31–49, 2 postcodes'],
    [{ ...women, zipcodes: ['98000'] }, 'Femmes 31–49, 98000', 'Women 31–49, 98000'],
    [{ ...women, maxAge: 31 }, 'Femmes 31', 'Women 31'],
    [{ sex: 'men', minAge: 50 }, 'Hommes dès 50 ans', 'Men 50 and over'],
    [
      { sex: 'men', maxAge: 50, departments: ['60'] },
      'Hommes jusqu’à 50 ans, Oise',
      'Men up to 50 years, Oise',
    ],
    [{ minAge: 31, maxAge: 49 }, '31 à 49 ans', '31 to 49 years'],
    [{ sexText: 'indifférent', departments: ['60'] }, 'indifférent, Oise', 'indifférent, Oise'],
    [{ zipcodes: ['60200'] }, 'Compiègne', 'Compiègne'],
    [{ category: '103' }, 'CSP−', 'CSP−'],
    [{}, 'b22b841a…cecfdb', 'b22b841a…cecfdb'],
  ])('by its targeting, %j', (targeting, inFrench, inEnglish) => {
    expect(called(targeting)).toBe(inFrench)
    expect(called(targeting, en)).toBe(inEnglish)
  })

  test('with the code of a place that is not known yet', () => {
    expect(called({ ...women, zipcodes: ['60200'] }, fr, noPlaces)).toBe('Femmes 31–49, 60200')
    expect(called({ ...women, departments: ['60'] }, fr, noPlaces)).toBe('Femmes 31–49, département 60')
  })

  test('by its short token before it has answered', () => {
    expect(formatRentalName({ token }, undefined, fr, knownPlaces)).toBe('b22b841a…cecfdb')
  })
})
