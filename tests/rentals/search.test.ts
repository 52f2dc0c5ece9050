import { describe, expect, test } from 'vitest'
import type { Targeting } from '../../src/api/rental.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { type CodeNames, foldWords, isFound, type PlaceNames, parseTerms } from '../../src/rentals/search.ts'
import { rentalStates } from '../../src/rentals/status.ts'
import type { Summary } from '../../src/rentals/summary.ts'
import type { TrackedRental } from '../../src/rentals/tracked-rental.ts'
import { rentalWith } from './samples.ts'

const none: Targeting = { zipcodes: [], departments: [] }

function tracked(change: Partial<TrackedRental> = {}): TrackedRental {
  return { token: 'b22b841acecfdb', tags: [], addedAt: 0, place: 0, ...change }
}

type Findable = Pick<Summary, 'state' | 'rental'> & { readonly tracked: TrackedRental }

function findable(change: Partial<Findable> = {}): Findable {
  return { tracked: tracked(), state: 'pending', rental: undefined, ...change }
}

const lille = findable({
  tracked: tracked({ name: 'Soldes d’été Lille', tags: ['Hauts-de-France', 'Cœur de ville'] }),
  state: 'ready',
  rental: rentalWith({
    targeting: {
      ...none,
      sex: 'women',
      zipcodes: ['59000'],
      departments: ['2A'],
      category: '103',
      interest: '12',
    },
    places: [{ type: 'cp', location: '60200' }],
  }),
})

const places: PlaceNames = {
  communes: code => (code === '60200' ? ['Compiègne'] : undefined),
  departmentsOf: code => (code === '60200' ? ['60'] : []),
  departmentName: code =>
    new Map([
      ['60', 'Oise'],
      ['2A', 'Corse-du-Sud'],
    ]).get(code),
}

function finds(findable: Findable, query: string, names?: CodeNames): boolean {
  return isFound(findable.tracked, findable, parseTerms(query), names)
}

describe('a search written in another way', () => {
  test.each([
    ['Boulangerie Saint-Quentin', 'st quentin'],
    ['Boulangerie Saint-Quentin', 'saintquentin'],
    ['Boulangerie Saint Quentin', 'SAINT-QUENTIN'],
    ['Boulangerie St-Quentin', 'saint quentin'],
    ['Sainte-Geneviève-des-Bois', 'ste genevieve'],
    ['Ste Geneviève', 'sainte-geneviève'],
    ['Saintes-Maries-de-la-Mer', 'stes maries'],
    ['Aix\u2011en\u2011Provence', 'aix en provence'],
    ['Rendez-vous', 'rendezvous'],
    ['Rendez-vous', 'rendez-'],
    ['Porte\u200b de\u00ad Paris', 'porte de paris'],
    ['Porte de Paris', 'por\u200bte  de\ufeff   paris'],
    ['Porte  de \u00a0Paris', 'porte de paris'],
    ['L’Isle-d’Abeau', "l'isle d'abeau"],
    ['Promo 50%', '%'],
    ['Promo 50%', '50%'],
    ['Promo 50 %', '50 %'],
    ['R&D (2026)', '&'],
    ['R&D (2026)', '(2026)'],
    ['Taux_100+', '_100+'],
    ['Prix [A*]', '[a*]'],
    ['C:\\listes', ':\\'],
    ['Qui ?', '?'],
    ['Crête.$', '.$'],
    ['Saint-Étienne', 'st. étienne'],
    ['St. Étienne', 'saint etienne'],
    ['Promo 20 %', '20%'],
    ['Bon de 3,50 €', '3,50'],
    ['Bon de 50 €', '50€'],
    ['Lille, Roubaix', ','],
    ['Bourg-St-Maurice', 'bourg saint-maurice'],
    ['Lil\u200ble–Nord', 'lille-nord'],
    ['e-mailing', 'emailing'],
    ['Lot #1 @paul', '#1 @paul'],
  ])('finds «%s» by «%s»', (name, query) => {
    expect(finds(findable({ tracked: tracked({ name }) }), query)).toBe(true)
  })

  test.each([
    ['Promo 50', '%'],
    ['Saint-Quentin', 'ste quentin'],
    ['Lille', ','],
    ['Lille. Nord', 'l.'],
    ['Promo', '.*'],
    ['Estienne', 'st'],
  ])('does not find «%s» by «%s»', (name, query) => {
    expect(finds(findable({ tracked: tracked({ name }) }), query)).toBe(false)
  })
})

describe('a search for a place', () => {
  const names: PlaceNames = {
    ...places,
    departmentsOf: code => (code === '20000' ? ['2A'] : places.departmentsOf(code)),
    departmentName: code => (code.padStart(2, '0') === '02' ? 'Aisne' : places.departmentName(code)),
  }

  test.each([
    ['60200', "l'oise"],
    ['60200', 'L’Oise'],
    ['2', '02'],
    ['2', 'aisne'],
    ['20000', '2a'],
  ])('finds %s by «%s»', (location, query) => {
    const rental = rentalWith({ places: [{ type: 'cp', location }] })
    expect(finds(findable({ rental }), query, { places: names })).toBe(true)
  })

  test('does not find a postcode by digits from its middle', () => {
    const rental = rentalWith({ places: [{ type: 'cp', location: '60200' }] })
    expect(finds(findable({ rental }), '020', { places: names })).toBe(false)
  })
})

describe('a search', () => {
  test.each([
    ['nothing', ''],
    ['spaces only', '  '],
    ['the beginning of the token', 'b22b'],
    ['the end of the token', 'cecfdb'],
    ['the token in capitals', 'B22B841ACECFDB'],
    ['the name', 'soldes'],
    ['the name with its accents', 'Été'],
    ['the name without them', 'ETE LILLE'],
    ['the name with decomposed accents', 'e\u0301te\u0301'],
    ['either apostrophe', "d'été"],
    ['part of a word', 'oldes'],
    ['a tag', 'hauts-de-france'],
    ['a tag without its dashes', 'hauts de france'],
    ['a ligature taken apart', 'coeur'],
    ['the postcode of the localisation', '60200'],
    ['the beginning of a postcode', '590'],
    ['the postcode of the targeting', '59000'],
    ['the department', '2a'],
    ['the word department', 'département 2A'],
    ['the sex in French', 'femmes'],
    ['the sex in English', 'WOMEN'],
    ['the singular', 'femme'],
    ['the category', 'CSP−'],
    ['the category with a hyphen', 'csp-'],
    ['the code of the category', 'catégorie 103'],
    ['the interest', 'intérêt 12'],
    ['the status in French', 'prête'],
    ['the status in the plural', 'pretes'],
    ['the status in English', 'ready'],
    ['several words in any order', 'lille 60200 Prête women'],
    ['words parted by commas', 'femmes, lille; prête'],
  ])('finds a rental by %s', (_, query) => {
    expect(finds(lille, query)).toBe(true)
  })

  test.each([
    ['another name', 'nantes'],
    ['one word too many', 'soldes été nantes'],
    ['another status', 'échouée'],
    ['another sex, whose word is the end of this one', 'men'],
    ['the other category', 'csp+'],
    ['a short code in the middle of the token', '84'],
    ['a postcode’s end', '200'],
  ])('does not find it by %s', (_, query) => {
    expect(finds(lille, query)).toBe(false)
  })

  test.each([
    ['commune', 'compiegne'],
    ['department of the postcode', 'oise'],
    ['department', 'corse du sud'],
  ])('finds a rental by the name of its %s once that is known', (_, query) => {
    expect(finds(lille, query)).toBe(false)
    expect(finds(lille, query, { places })).toBe(true)
  })

  test.each(rentalStates)('finds what is %s by every word that the board says for it', state => {
    const tile = state in fr.tiles ? [Reflect.get(fr.tiles, state), Reflect.get(en.tiles, state)] : []
    for (const word of [fr.states[state], en.states[state], ...tile]) {
      expect(finds(findable({ state }), word), word).toBe(true)
    }
    const others = rentalStates.filter(other => finds(findable({ state: other }), fr.states[state]))
    expect(others).toEqual([state])
  })

  test.each(['women', 'men', 'mixed'] as const)('finds %s by the words of both languages', sex => {
    const rental = rentalWith({ targeting: { ...none, sex } })
    for (const { targeting } of [fr, en]) {
      expect(finds(findable({ rental }), targeting.sex[sex]), targeting.sex[sex]).toBe(true)
    }
  })

  test.each(['14', '35'] as const)('finds interest %s by the words of both languages', interest => {
    const rental = rentalWith({ targeting: { ...none, interest } })
    for (const { targeting } of [fr, en]) {
      expect(finds(findable({ rental }), targeting.knownInterests[interest])).toBe(true)
    }
  })

  test('finds an interest and its sub-interest by the user’s own names', () => {
    const own = tracked()
    const rental = rentalWith({ targeting: { ...none, interest: '12', subInterest: '99' } })
    const interests = { '12': 'Jardinage', '99': 'Potager', '14': 'Maison' }
    const found = findable({ tracked: own, rental })
    expect(finds(found, 'jardinage potager')).toBe(false)
    expect(finds(found, 'jardinage potager', { interests })).toBe(true)
    expect(finds(found, 'maison', { interests })).toBe(false)
    expect(finds(found, 'jardinage', { interests: { '12': 'Bricolage' } })).toBe(false)
  })

  test('finds a note', () => {
    const found = findable({ tracked: tracked({ note: 'Envoi prévu vendredi' }) })
    expect(finds(found, 'vendredi')).toBe(true)
    expect(finds(found, 'samedi')).toBe(false)
  })

  test('finds an undocumented status by the words that came', () => {
    const rental = rentalWith({ status: 'unknown', statusText: 'En validation' })
    expect(finds(findable({ state: 'unknown', rental }), 'validation')).toBe(true)
    expect(finds(findable({ state: 'ready', rental }), 'validation')).toBe(false)
  })

  test('finds a sex that the board does not know as the provider spelt it', () => {
    const rental = rentalWith({ targeting: { ...none, sexText: 'Indifférent' } })
    expect(finds(findable({ rental }), 'indifferent')).toBe(true)
  })

  test('follows every change of the rental', () => {
    const own = tracked({ name: 'Nantes' })
    expect(finds(findable({ tracked: own }), 'attente')).toBe(true)
    const rental = rentalWith({ targeting: { ...none, zipcodes: ['44000'] } })
    const answered = findable({ tracked: own, state: 'ready', rental })
    expect(finds(answered, 'prête 44000')).toBe(true)
    expect(finds(answered, 'attente')).toBe(false)
    expect(finds(findable({ tracked: { ...own, name: 'Rezé' } }), 'nantes')).toBe(false)
  })
})

test('a query of 200,000 accents in no order is read within a second of work', () => {
  const before = process.cpuUsage()
  expect(parseTerms(`e${'\u0301\u0316'.repeat(100_000)}te`)).toEqual(parseTerms('ete'))
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
})

describe('a rental without a name', () => {
  const calledBy = () => foldWords(['Femmes 31–49, Compiègne'])
  const summary = { state: 'ready', rental: rentalWith({}) } as const

  test.each([
    ['Femmes 31–49, Compiègne', true],
    ['femmes 31-49', true],
    ['49', true],
    ['compieg', true],
    ['Lille', false],
  ])('is found by what it is called: %s is %s', (query, expected) => {
    expect(isFound(tracked(), summary, parseTerms(query), { calledBy })).toBe(expected)
    expect(isFound(tracked({ name: 'Ouverture' }), summary, parseTerms(query), { calledBy })).toBe(false)
  })
})
