import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPreferences, mergePreferences } from '../../../src/board/preferences.ts'
import { type Backup, parseBackup, writeBackup } from '../../../src/features/backup/backup.ts'
import { memoryStorage } from '../../../src/lib/browser-storage.ts'
import { MAX_RENTALS, normalizeName } from '../../../src/rentals/outside-rental.ts'
import { parseTags } from '../../../src/rentals/tags.ts'
import type { TrackedRental } from '../../../src/rentals/tracked-rental.ts'
import { createTrackedStore } from '../../../src/rentals/tracked-store.ts'
import { anyTidyToken } from '../../rentals/any-token.ts'

const defaults = createPreferences(undefined).state.getState()

/** Reads a backup that can be read. */
function backupOf(text: string): Backup {
  const backup = parseBackup(text)
  if (typeof backup === 'string') throw new Error(backup)
  return backup
}

function fileOf(change: object): string {
  return JSON.stringify({ format: 'rental-board', version: 1, rentals: [], ...change })
}

const anyRentals = fc
  .uniqueArray(
    fc.record({
      token: anyTidyToken,
      name: fc
        .option(fc.string({ unit: 'grapheme' }), { nil: undefined })
        .map((name = '') => normalizeName(name)),
      tags: fc.array(fc.string().map(tag => parseTags(tag))).map(tags => tags.flat()),
      addedAt: fc.nat(),
    }),
    { selector: ({ token }) => token },
  )
  .map(list => list.map((rental, place): TrackedRental => ({ ...rental, place })))

const anyChoices = fc.record({
  theme: fc.constantFrom('system', 'light', 'dark'),
  language: fc.constantFrom('system', 'fr', 'en'),
  pace: fc.constantFrom(5_000, 60_000),
  rate: fc.double({ min: 0.2, max: 10, noNaN: true }),
  paused: fc.boolean(),
  interests: fc.dictionary(
    fc.stringMatching(/^\w{1,5}$/).filter(code => code !== '__proto__'),
    fc.stringMatching(/^\w{1,20}$/),
  ),
})

describe('a backup', () => {
  test('restored on an empty browser gives the same board', () => {
    fc.assert(
      fc.property(anyRentals, anyChoices, (rentals, choices) => {
        const store = createTrackedStore(memoryStorage(), () => 0)
        store.restore(rentals)
        const preferences = mergePreferences(defaults, choices)
        const backup = backupOf(writeBackup(store.state.getState().rentals.values(), preferences, 7))

        const other = createTrackedStore(memoryStorage(), () => 1)
        other.restore(
          backup.rentals.map(({ token, name, tags = [], addedAt = -1, place = -1 }) => {
            return { token, name, tags, addedAt, place }
          }),
        )
        expect([...other.state.getState().rentals]).toEqual([...store.state.getState().rentals])
        expect(mergePreferences(defaults, backup.preferences)).toEqual(preferences)
        expect(backup).toMatchObject({ savedAt: 7, unreadable: [] })
      }),
    )
  })

  test.each<[string, unknown, object]>([
    ['a token alone', { token: 'a' }, { token: 'a' }],
    ['a name that is no text', { token: 'a', name: 7 }, { token: 'a' }],
    ['tags that are none', { token: 'a', tags: 'mai' }, { token: 'a' }],
    ['a moment that is none', { token: 'a', addedAt: 'hier', place: null }, { token: 'a' }],
    ['a moment before all', { token: 'a', addedAt: -1e308, place: -1 }, { token: 'a' }],
    ['a moment after all', { token: 'a', addedAt: 1e308, place: 1e308 }, { token: 'a' }],
    ['a name without end', { token: 'a', name: 'x'.repeat(1_001) }, { token: 'a', name: 'x'.repeat(120) }],
    ['a tag without end', { token: 'a', tags: ['x'.repeat(1_001)] }, { token: 'a', tags: ['x'.repeat(40)] }],
    ['what a later board adds', { token: 'a', colour: 'red', name: 'Oise' }, { token: 'a', name: 'Oise' }],
  ])('is read as far as it goes: %s', (_, entry, rental) => {
    expect(backupOf(fileOf({ rentals: [entry] })).rentals).toEqual([{ tags: [], ...rental }])
  })

  test.each([null, 7, 'a', [], {}, { token: '' }, { token: 'a b' }, { token: 'x'.repeat(129) }])(
    'sets the entry %j apart, and keeps the others',
    entry => {
      const { rentals, unreadable } = backupOf(fileOf({ rentals: [{ token: 'a' }, entry, { token: 'b' }] }))
      expect(rentals.map(({ token }) => token)).toEqual(['a', 'b'])
      expect(unreadable).toEqual([entry])
    },
  )

  test.each([1e308, -1, 8.64e15, 'hier', null])('that was saved at %j does not say when', savedAt => {
    expect(backupOf(fileOf({ savedAt })).savedAt).toBeUndefined()
  })

  test('names a token once', () => {
    const rentals = [
      { token: 'a', name: 'Oise' },
      { token: 'a', name: 'Aisne' },
    ]
    expect(backupOf(fileOf({ rentals })).rentals.map(({ name }) => name)).toEqual(['Oise'])
  })

  test.each([
    ['nothing', '', 'not-json'],
    ['a text', 'Identifiant;Nom', 'not-json'],
    ['half a backup', fileOf({}).slice(0, -5), 'not-json'],
    ['JSON of something else', '{"token":"a"}', 'not-a-backup'],
    ['a list', '[]', 'not-a-backup'],
    ['another format', fileOf({ format: 'other' }), 'not-a-backup'],
    ['rentals that are no list', fileOf({ rentals: {} }), 'not-a-backup'],
    ['no version', fileOf({ version: undefined }), 'not-a-backup'],
    ['a later version', fileOf({ version: 2 }), 'newer'],
    ['more rentals than a board takes', fileOf({ rentals: new Array(MAX_RENTALS + 1).fill(0) }), 'too-much'],
    [
      '1,001 names of interests',
      fileOf({ preferences: { interests: Object.fromEntries(new Array(1_001).fill('x').entries()) } }),
      'too-much',
    ],
  ])('is not read from %s', (_, text, problem) => {
    expect(parseBackup(text)).toBe(problem)
  })

  test('brings the first 50 of 900,000 tags, and counts the others', () => {
    const tags = Array.from({ length: 900_000 }, (_, index) => `${index}`)
    expect(backupOf(fileOf({ rentals: [{ token: 'a', tags }] })).rentals).toEqual([
      { token: 'a', tags: tags.slice(0, 50), tagsLeftOut: 899_950 },
    ])
  })

  test('brings no key: not as a token, nor in names, tags and names of interests', () => {
    const token = 'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb'
    const rental = {
      token: `apiKey=s3cr3tKEY&token=${token}`,
      name: 'apiKey=s3cr3tKEY',
      tags: ['apiKey=s3cr3tKEY'],
    }
    const preferences = { interests: { 12: 'clé API : s3cr3tKEY', 13: 'Moto' } }
    const backup = backupOf(fileOf({ rentals: [rental], preferences }))
    expect(backup.rentals).toEqual([{ token, tags: [] }])
    expect(backup.preferences).toEqual({ interests: { 13: 'Moto' } })
  })

  test('brings names and tags as long as the board writes them', () => {
    const rental = { token: 'a', name: 'é'.repeat(1_000_000), tags: ['x'.repeat(1_000_000)] }
    expect(backupOf(fileOf({ rentals: [rental] })).rentals).toEqual([
      { token: 'a', name: 'é'.repeat(120), tags: ['x'.repeat(40)] },
    ])
  })

  test('is read from any JSON without a throw', () => {
    fc.assert(fc.property(fc.json(), text => void parseBackup(text)))
  })
})

describe('choices of a backup', () => {
  test.each<[string, unknown, object]>([
    ['take the place of the present ones', { theme: 'dark', sort: 'cost' }, { theme: 'dark', sort: 'cost' }],
    ['that are missing stay', {}, { theme: 'light' }],
    ['that are unreadable stay', { theme: 'blue', pace: '10', rate: 99 }, { theme: 'light', rate: 2 }],
    ['that are unknown go', { colour: 'red' }, { theme: 'light' }],
    ['that are no choices go', 'dark', { theme: 'light' }],
    ['that never came', undefined, { theme: 'light' }],
  ])('%s', (_, others, expected) => {
    const current = { ...defaults, theme: 'light' as const }
    expect(mergePreferences(current, others)).toEqual({ ...current, ...expected })
  })
})
