import { expect, test } from 'vitest'
import { dueForArchive, finishedTokens, isArchivable } from '../../src/rentals/archive.ts'
import { rentalStates } from '../../src/rentals/status.ts'
import { summaryWith } from './samples.ts'

const DAY_MS = 86_400_000
const now = 100 * DAY_MS

test('what ended can be put away', () => {
  const archivable = rentalStates.filter(state => isArchivable({ state }))
  expect(archivable).toEqual(['failed', 'downloaded'])
})

test('«all that is finished» leaves out what needs a look', () => {
  const summaries = new Map(rentalStates.map(state => [state, summaryWith({ token: state, state })]))
  expect(finishedTokens(summaries.values())).toEqual(['downloaded'])
})

test.each<[string, number, boolean | undefined, number, boolean]>([
  ['never by the rule «never»', 99, undefined, 0, false],
  ['after its days', 7, undefined, 7, true],
  ['not a moment before', 6.99, undefined, 7, false],
  ['not again once the user brought it back', 99, false, 7, false],
  ['not twice', 99, true, 7, false],
])('a finished rental is put away by rule: %s', (_, daysAgo, archived, days, isDue) => {
  const since = { since: now - daysAgo * DAY_MS, exact: true }
  const summaries = new Map([['a', summaryWith({ state: 'downloaded', since })]])
  const rentals = new Map([['a', { token: 'a', tags: [], addedAt: 0, place: 0, archived }]])
  expect(dueForArchive(summaries, rentals, days, now)).toEqual(isDue ? ['a'] : [])
})
