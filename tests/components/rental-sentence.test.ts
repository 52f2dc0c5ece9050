import { describe, expect, test } from 'vitest'
import type { Rental } from '../../src/api/rental.ts'
import { rentalSentence } from '../../src/components/words/rental-sentence.ts'
import { loadText } from '../../src/i18n/text.ts'
import { createGazetteer } from '../../src/places/gazetteer.ts'
import { rentalWith } from '../domain/samples.ts'
import { withPlainSpaces } from '../i18n/plain-spaces.ts'

const [fr, en] = await Promise.all([loadText('fr'), loadText('en')])

const unknownPlaces = createGazetteer(() => Promise.reject(new Error('no places'))).state.getState()
const knownPlaces = { ...unknownPlaces, departmentName: () => 'Oise' }

function sentence(change: Partial<Rental>, text = fr, places = unknownPlaces) {
  const words = rentalSentence(rentalWith(change), text, places)
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
    expect(sentence(whole)).toBe('1 200 femmes de 31 à 49 ans, CSP−, département 60, pour 108,00 €')
    expect(sentence(whole, en)).toBe('1,200 women aged 31 to 49, CSP−, department 60, for €108.00')
  })

  test('names the places that are known', () => {
    expect(rentalSentence(rentalWith(whole), fr, knownPlaces)).toContain(', 60 Oise, ')
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
    ['ages alone', { targeting: { ...nobody, minAge: 18, maxAge: 30 } }, 'Contacts de 18 à 30 ans'],
    ['a lowest age', { targeting: { ...nobody, sex: 'men', minAge: 50 } }, 'Hommes dès 50 ans'],
    ['a highest age', { targeting: { ...nobody, sex: 'men', maxAge: 30 } }, 'Hommes jusqu’à 30 ans'],
    ['a quantity alone', { cost: { quantity: 1_200 } }, '1 200 contacts'],
    [
      'the contacts wanted, without a quantity',
      { places: [{ location: '60200', wanted: 10 }] },
      '10 contacts, 60200',
    ],
    ['a category alone', { targeting: { ...nobody, category: '105' } }, 'Catégorie 105'],
    ['an interest', { targeting: { ...women, interest: '12' } }, 'Femmes de 31 à 49 ans, intérêt 12'],
    ['several postcodes', { targeting: { ...nobody, zipcodes: ['02200', '60200'] } }, '2 codes postaux'],
    ['a cost alone', { cost: { total: '0.900' } }, 'Pour 0,90 €'],
  ])('leaves out what is missing: %s', (_, change, expected) => {
    expect(sentence(change)).toBe(expected)
  })

  test('is absent when nothing is given', () => {
    expect(sentence({})).toBeUndefined()
  })
})
