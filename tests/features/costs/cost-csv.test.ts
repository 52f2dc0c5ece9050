import { expect, test } from 'vitest'
import { costCsv } from '../../../src/features/costs/cost-csv.ts'
import { readCsv } from '../../format/read-csv.ts'
import { english, french } from '../../i18n/languages.ts'

const breakdowns = [
  {
    title: 'Par étiquette',
    nameOf: (key?: string) => key ?? 'sans étiquette',
    lines: [
      { key: '=1+1', cost: '1658.705', contacts: 18_430, rentals: 3 },
      { key: undefined, cost: '0', contacts: 0, rentals: 1 },
    ],
  },
]

test.each([
  [french, '1658,705'],
  [english, '1658.705'],
])('writes every breakdown with exact costs and inert names', (text, cost) => {
  const [, ...lines] = readCsv(costCsv(breakdowns, text))
  expect(lines).toEqual([
    ['Par étiquette', "'=1+1", '3', '18430', cost],
    ['Par étiquette', 'sans étiquette', '1', '0', '0'],
  ])
})
