import { describe, expect, test } from 'vitest'
import { addTags, parseTags, suggestTags, tagsInUse } from '../../src/rentals/tags.ts'

test.each<[string, readonly string[]]>([
  ['Soldes', ['Soldes']],
  ['  Fête   des mères ', ['Fête des mères']],
  ['a, b; c\nd', ['a', 'b', 'c', 'd']],
  [', ;', []],
  ['', []],
  [`${'é'.repeat(50)}`, ['é'.repeat(40)]],
  ['👍'.repeat(41), ['👍'.repeat(40)]],
  [`${'x'.repeat(39)} yz`, ['x'.repeat(39)]],
])('«%s» holds the tags %j', (text, tags) => {
  expect(parseTags(text)).toEqual(tags)
})

describe('adding tags', () => {
  test.each<[string, string[], string[], string[], string[]]>([
    ['keeps those there are', ['a'], ['b'], [], ['a', 'b']],
    ['adds none twice', ['a'], ['a', 'b', 'b'], [], ['a', 'b']],
    ['makes no new tag of another case or accent', ['Été'], ['ete', 'ETE'], [], ['Été']],
    ['spells them as elsewhere', [], ['soldes'], ['Printemps', 'Soldes'], ['Soldes']],
    ['of none changes nothing', ['a'], [], ['b'], ['a']],
  ])('%s', (_, tags, more, known, expected) => {
    expect(addTags(tags, more, known)).toEqual({ tags: expected, leftOut: 0 })
  })
})

test('a rental has 50 tags at most, however many are typed or added', () => {
  const many = Array.from({ length: 900 }, (_, index) => `tag ${index}`)
  expect(parseTags(many.join(','))).toEqual(many)
  expect(addTags([], many, [])).toEqual({ tags: many.slice(0, 50), leftOut: 850 })
  expect(addTags(many.slice(0, 50), ['TAG 1', 'new', 'New'], [])).toEqual({
    tags: many.slice(0, 50),
    leftOut: 1,
  })
})

test('tags are added in time that grows with their number alone', () => {
  const known = Array.from({ length: 20_000 }, (_, index) => `Tag ${index}`)
  const before = process.cpuUsage()
  for (let time = 0; time < 1_000; time += 1) addTags([], ['tag 19999', 'x', 'y'], known)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
  expect(addTags([], ['tag 19999'], known).tags).toEqual(['Tag 19999'])
})

test('the tags in use stand once each', () => {
  const rentals = [['Soldes', 'été'], [], ['Soldes', 'Vague 10']].map((tags, place) => {
    return { token: `token-${place}`, tags, addedAt: 0, place }
  })
  expect(tagsInUse(new Map(rentals.map(rental => [rental.token, rental])))).toEqual([
    'Soldes',
    'été',
    'Vague 10',
  ])
})

describe('the tags that are suggested', () => {
  const known = ['Soldes', 'été', 'Vague 10', 'Vague 9']

  test.each<[string, readonly string[]]>([
    ['', ['été', 'Soldes', 'Vague 9', 'Vague 10']],
    ['ETE', ['été']],
    [' vague ', ['Vague 9', 'Vague 10']],
    ['hiver', []],
  ])('for «%s» are %j', (typed, suggested) => {
    expect(suggestTags(known, typed)).toEqual(suggested)
  })

  test('are 50 at most, and quick to find among 100,000', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `Étiquette ${index}`)
    expect(suggestTags(many, '')).toHaveLength(50)
    expect(suggestTags(many, 'etiquette 1')).toHaveLength(50)
    const before = process.cpuUsage()
    expect(suggestTags(many, 'etiquette 77777')).toEqual(['Étiquette 77777'])
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(200)
  })
})
