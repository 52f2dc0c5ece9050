import { departments, exceptions, files, prepositions } from 'virtual:places'
import { describe, expect, test, vi } from 'vitest'
import type { Rental } from '../../src/api/rental.ts'
import { describeRental } from '../../src/format/describe-rental.ts'
import { loadI18n } from '../../src/i18n/i18n.ts'
import { createGazetteer } from '../../src/places/gazetteer.ts'
import { withPlainSpaces } from '../i18n/plain-spaces.ts'
import { rentalWith } from '../rentals/samples.ts'

const [fr, en] = await Promise.all([loadI18n('fr'), loadI18n('en')])

const load = async () => ({ departments, prepositions, exceptions, files })
const unknownPlaces = createGazetteer(load).state.getState()
const gazetteer = createGazetteer(load)
gazetteer.want(['60200', '59000', '02200', '72000', '85100', '17000', '94240', '75001', '97400', '2A'])
await vi.waitUntil(() => gazetteer.state.getState().departmentName('60') !== undefined)
const knownPlaces = gazetteer.state.getState()

function sentence(change: Partial<Rental>, text = fr, places = unknownPlaces) {
  const words = describeRental(rentalWith(change), text, places)
  return words && withPlainSpaces(words)
}

const nobody = { zipcodes: [], departments: [] }
const women = { ...nobody, sex: 'women', minAge: 31, maxAge: 49 } as const
const whole = {
  targeting: { ...women, category: '103', departments: ['60'] },
  cost: { quantity: 1_200, unitPrice: '0.090', total: '108.00' },
}

describe('the sentence of a rental', () => {
  test('says who, how many, where and for how much', () => {
    expect(sentence(whole, fr, knownPlaces)).toBe(
      '1 200 femmes de 31 à 49 ans, CSP−, dans l’Oise, pour 108,00 €',
    )
    expect(sentence(whole, en, knownPlaces)).toBe('1,200 women aged 31 to 49, CSP−, in Oise, for €108.00')
  })

  test.each<[readonly string[], string, string]>([
    [['60'], 'dans l’Oise', 'in Oise'],
    [['2A'], 'en Corse-du-Sud', 'in Corse-du-Sud'],
    [['75'], 'à Paris', 'in Paris'],
    [['974'], 'à La Réunion', 'in La Réunion'],
    [['60', '2a'], 'dans l’Oise et en Corse-du-Sud', 'in Oise and Corse-du-Sud'],
    [['60', '60'], 'dans l’Oise', 'in Oise'],
    [['60', '59', '02'], 'dans 3 départements', 'in 3 departments'],
    [['96'], 'dans le département 96', 'in department 96'],
    [['60200'], 'à Compiègne (60200)', 'in Compiègne (60200)'],
    [['60200', '59000'], 'à Compiègne (60200) et à Lille (59000)', 'in Compiègne (60200) and Lille (59000)'],
    [['02200'], 'à Soissons et 24 autres communes (02200)', 'in Soissons and 24 other communes (02200)'],
    [['72000'], 'au Mans (72000)', 'in Le Mans (72000)'],
    [['85100'], 'aux Sables-d’Olonne (85100)', 'in Les Sables-d’Olonne (85100)'],
    [['17000'], 'à La Rochelle (17000)', 'in La Rochelle (17000)'],
    [['94240'], 'à L’Haÿ-les-Roses (94240)', 'in L’Haÿ-les-Roses (94240)'],
    [['75001'], 'à Paris 1er (75001)', 'in Paris 1er (75001)'],
    [['97400'], 'à Saint-Denis (97400)', 'in Saint-Denis (97400)'],
    [['98000'], 'dans le code postal 98000', 'in postcode 98000'],
    [['60200', '60'], 'à Compiègne (60200) et dans l’Oise', 'in Compiègne (60200) and Oise'],
    [['60200', '59000', '02200'], 'dans 3 codes postaux', 'in 3 postcodes'],
    [['60200', '59000', '60'], 'dans 3 lieux', 'in 3 places'],
  ])('says in %j', (codes, inFrench, inEnglish) => {
    const rental = { ...whole, places: codes.map(location => ({ location })) }
    expect(sentence(rental, fr, knownPlaces)).toBe(
      `1 200 femmes de 31 à 49 ans, CSP−, ${inFrench}, pour 108,00 €`,
    )
    expect(sentence(rental, en, knownPlaces)).toBe(
      `1,200 women aged 31 to 49, CSP−, ${inEnglish}, for €108.00`,
    )
  })

  test('says where, also where one line tells the volumes of all', () => {
    const rental = { targeting: { ...nobody, zipcodes: ['60200'] }, places: [{ available: 20 }] }
    expect(sentence(rental, fr, knownPlaces)).toBe('À Compiègne (60200)')
  })

  test('says the codes while no place is known', () => {
    expect(sentence(whole)).toContain(', dans le département 60, ')
    expect(sentence({ ...whole, places: [{ location: '60200' }] })).toContain(', dans le code postal 60200, ')
    expect(sentence(whole, en)).toContain(', in department 60, ')
  })

  test('says the user’s own name of an interest', () => {
    const rental = rentalWith({ targeting: { ...women, interest: '12', subInterest: '35' } })
    expect(describeRental(rental, fr, knownPlaces, { 12: 'Jardin' })).toBe(
      'Femmes de 31 à 49 ans, intérêt Jardin / Cuisine',
    )
  })

  test.each<[string, Partial<Rental>, string]>([
    ['one person', { targeting: women, cost: { quantity: 1 } }, '1 femme de 31 à 49 ans'],
    ['men', { targeting: { ...nobody, sex: 'men' }, cost: { quantity: 20 } }, '20 hommes'],
    ['both', { targeting: { ...nobody, sex: 'mixed' }, cost: { quantity: 20 } }, '20 femmes et hommes'],
    ['one of both', { targeting: { ...nobody, sex: 'mixed' }, cost: { quantity: 1 } }, '1 femme ou homme'],
    [
      'an unknown sex',
      { targeting: { ...nobody, sexText: 'autre' }, cost: { quantity: 20 } },
      '20 contacts (autre)',
    ],
    ['no quantity', { targeting: women }, 'Femmes de 31 à 49 ans'],
    [
      'no sex',
      { targeting: { ...nobody, minAge: 18, maxAge: 30 }, cost: { quantity: 20 } },
      '20 contacts de 18 à 30 ans',
    ],
    ['one age', { targeting: { ...nobody, sex: 'women', minAge: 40, maxAge: 40 } }, 'Femmes de 40 ans'],
    ['a place without a name', { places: [{ wanted: 10 }, { wanted: 5 }] }, '15 contacts, dans 2 lieux'],
    ['ages alone', { targeting: { ...nobody, minAge: 18, maxAge: 30 } }, 'Contacts de 18 à 30 ans'],
    ['a lowest age', { targeting: { ...nobody, sex: 'men', minAge: 50 } }, 'Hommes dès 50 ans'],
    ['a highest age', { targeting: { ...nobody, sex: 'men', maxAge: 30 } }, 'Hommes jusqu’à 30 ans'],
    ['a quantity alone', { cost: { quantity: 1_200 } }, '1 200 contacts'],
    [
      'the contacts wanted, without a quantity',
      { places: [{ location: '60200', wanted: 10 }] },
      '10 contacts, dans le code postal 60200',
    ],
    ['a category alone', { targeting: { ...nobody, category: '105' } }, 'Catégorie 105'],
    ['an interest', { targeting: { ...women, interest: '12' } }, 'Femmes de 31 à 49 ans, intérêt 12'],
    ['several postcodes', { targeting: { ...nobody, zipcodes: ['02200', '60200'] } }, 'Dans 2 codes postaux'],
    ['a cost alone', { cost: { total: '0.900' } }, 'Pour 0,90 €'],
  ])('leaves out what is missing: %s', (_, change, expected) => {
    expect(sentence(change)).toBe(expected)
  })

  test('is absent when nothing is given', () => {
    expect(sentence({})).toBeUndefined()
  })
})
