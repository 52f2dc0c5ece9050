import { departments, exceptions, files, prepositions } from 'virtual:places'
import { describe, expect, test } from 'vitest'
import { createGazetteer } from '../../src/places/gazetteer.ts'

const load = async () => ({ departments, prepositions, exceptions, files })

async function lookUp(...codes: string[]) {
  const { state, want } = createGazetteer(load)
  want(codes)
  await expect.poll(() => Object.keys(state.getState().departments).length).toBeGreaterThan(100)
  return state.getState()
}

describe('a department', () => {
  test.each(Object.keys(files))('%s has a name and named postcodes', async code => {
    const postcodes = (await files[code]?.())?.default ?? {}
    expect(departments[code]).toMatch(/^\p{Lu}/u)
    expect(Object.keys(postcodes).length).toBeGreaterThan(0)
    expect(Object.keys(postcodes).every(postcode => /^\d{5}$/.test(postcode))).toBe(true)
    expect(Object.values(postcodes).every(communes => communes.length > 0 && communes.every(Boolean))).toBe(
      true,
    )
  })

  test.each([
    ['60', 'Oise'],
    ['2A', 'Corse-du-Sud'],
    ['2b', 'Haute-Corse'],
    ['1', 'Ain'],
    ['01', 'Ain'],
    ['971', 'Guadeloupe'],
    ['976', 'Mayotte'],
    ['00', undefined],
    ['999', undefined],
  ])('%s is called %s', async (code, name) => {
    expect((await lookUp(code)).departmentName(code)).toBe(name)
  })
})

describe('a postcode', () => {
  test.each([
    ['60200', ['60'], 'Compiègne', 1],
    ['59000', ['59'], 'Lille', 1],
    ['02200', ['02'], 'Soissons', 25],
    ['20000', ['2A'], 'Ajaccio', 1],
    ['20200', ['2B'], 'Bastia', undefined],
    ['20100', ['2A'], 'Sartène', undefined],
    ['75001', ['75'], 'Paris 1er', 1],
    ['75016', ['75'], 'Paris 16e', 1],
    ['75116', ['75'], 'Paris 16e', 1],
    ['69003', ['69'], 'Lyon 3e', 1],
    ['13008', ['13'], 'Marseille 8e', 1],
    ['97110', ['971'], 'Pointe-à-Pitre', 1],
    ['97400', ['974'], 'Saint-Denis', 1],
    ['97133', ['977'], 'Saint-Barthélemy', 1],
    ['97150', ['978'], 'Saint-Martin', 1],
    ['98800', ['988'], 'Nouméa', 1],
    ['98714', ['987'], 'Papeete', 1],
    ['94390', ['91'], 'Paray-Vieille-Poste', 1],
  ])('%s lies in %s and is %s', async (postcode, homes, first, count) => {
    const places = await lookUp(postcode)
    expect(places.departmentsOf(postcode)).toEqual(homes)
    expect(places.communes(postcode)?.[0]).toBe(first)
    if (count !== undefined) expect(places.communes(postcode)).toHaveLength(count)
  })

  test.each(Object.entries(exceptions).filter(([, homes]) => homes.length > 1))(
    '%s crosses the border of %s',
    async (postcode, homes) => {
      const places = await lookUp(postcode)
      expect(places.departmentsOf(postcode).toSorted()).toEqual([...homes].toSorted())
      expect(places.communes(postcode)?.length).toBeGreaterThan(1)
    },
  )

  test('is known to cross a border in as many cases as the data has', () => {
    expect(Object.values(exceptions).filter(homes => homes.length > 1)).toHaveLength(16)
  })

  test.each([
    ['98000', 'Monaco, which is not in the data'],
    ['59020', 'a CEDEX'],
    ['00000', 'no postcode of any department'],
    ['96000', 'no postcode of any department'],
  ])('%s stays a code: %s', async postcode => {
    const places = await lookUp(postcode)
    expect(places.communes(postcode)).toBeUndefined()
    expect(places.departmentsOf(postcode)).toEqual([])
  })
})
