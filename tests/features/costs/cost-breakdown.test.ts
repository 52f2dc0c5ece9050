import { describe, expect, test } from 'vitest'
import type { Rental } from '../../../src/api/rental.ts'
import {
  type CostItem,
  costByDepartment,
  costByMonth,
  costByState,
  costByTag,
  costByUnitPrice,
} from '../../../src/features/costs/cost-breakdown.ts'
import { costFigures } from '../../../src/features/costs/cost-figures.tsx'
import { byDepartment } from '../../../src/rentals/by-department.ts'

const november = new Date(2026, 10, 3).getTime()
const december = new Date(2026, 11, 31, 23, 59).getTime()

function item(
  total: string | undefined,
  change: Partial<CostItem> & { places?: Rental['places'] } = {},
): CostItem {
  const { places = [], ...rest } = change
  const rental: Rental = {
    status: 'ready',
    targeting: { zipcodes: [], departments: [] },
    places,
    flags: [],
    ...(total !== undefined && { cost: { total, quantity: 10, unitPrice: '0.090' } }),
  }
  return { rental, state: 'ready', tags: [], firstSeen: november, ...rest }
}

const departmentOf = (code: string) => (/^(60|59)/.test(code) ? code.slice(0, 2) : undefined)

describe('a breakdown of costs', () => {
  test('sums exactly, dearest first', () => {
    const items = [item('0.1'), item('0.2', { state: 'failed' }), item('0.2')]
    expect(costByState(items)).toEqual([
      { key: 'ready', cost: '0.3', contacts: 20, rentals: 2 },
      { key: 'failed', cost: '0.2', contacts: 10, rentals: 1 },
    ])
  })

  test('counts a rental without a cost as a rental that costs nothing', () => {
    expect(costByState([item(undefined)])).toEqual([{ key: 'ready', cost: '0', contacts: 0, rentals: 1 }])
  })

  test('stands by local month, latest first', () => {
    const lines = costByMonth([item('1'), item('2', { firstSeen: december }), item('3')])
    expect(lines.map(({ key, cost }) => [key, cost])).toEqual([
      ['2026-12', '2'],
      ['2026-11', '4'],
    ])
  })

  test('counts a rental whole in each of its tags, and one without under none', () => {
    const lines = costByTag([item('1', { tags: ['a', 'b'] }), item('5')])
    expect(lines).toEqual([
      { key: undefined, cost: '5', contacts: 10, rentals: 1 },
      { key: 'a', cost: '1', contacts: 10, rentals: 1 },
      { key: 'b', cost: '1', contacts: 10, rentals: 1 },
    ])
  })

  test('stands by the price of a contact, cheapest first, and last where none was given', () => {
    const dear = item('30', { state: 'failed' })
    const items = [
      item(undefined),
      { ...dear, rental: { ...dear.rental, cost: { quantity: 30, unitPrice: '0.12', total: '3.6' } } },
      item('1'),
      { ...dear, rental: { ...dear.rental, cost: { quantity: 10, unitPrice: '0.0900', total: '0.9' } } },
    ]
    expect(costByUnitPrice(items)).toEqual([
      { key: '0.09', cost: '1.9', contacts: 20, rentals: 2 },
      { key: '0.12', cost: '3.6', contacts: 30, rentals: 1 },
      { key: undefined, cost: '0', contacts: 0, rentals: 1 },
    ])
  })

  test('parts a rental between its departments by the contacts wanted', () => {
    const places = [
      { location: '60200', wanted: 3 },
      { location: '60300', wanted: 3 },
      { location: '59000', wanted: 6 },
    ]
    expect(costByDepartment([item('1.08', { places })], departmentOf)).toEqual([
      { key: '59', cost: '0.54', contacts: 6, rentals: 1 },
      { key: '60', cost: '0.54', contacts: 6, rentals: 1 },
    ])
  })

  test.each([
    ['gives the whole to the only department', [{ location: '60200' }], '60'],
    [
      'gives nothing away where no place says how many',
      [{ location: '60200' }, { location: '59000' }],
      undefined,
    ],
    ['gives a place that nobody knows to no department', [{ location: '99999' }], undefined],
  ])('%s', (_, places, key) => {
    expect(costByDepartment([item('1', { places })], departmentOf)).toEqual([
      { key, cost: '1', contacts: 10, rentals: 1 },
    ])
  })
})

describe('the figures', () => {
  test('tell the total, what waits and what failed', () => {
    const figures = costFigures([
      item('1'),
      item('2', { state: 'failed' }),
      item('4', { state: 'downloaded' }),
    ])
    expect(figures).toMatchObject({ total: '7', notCollected: '1', failed: '2' })
  })

  test('tell the spread of unit prices and their mean over all contacts', () => {
    const dear = item('3')
    const items = [
      item('1'),
      { ...dear, rental: { ...dear.rental, cost: { quantity: 30, unitPrice: '0.130', total: '3.9' } } },
    ]
    expect(costFigures(items).unitPrices).toEqual({ lowest: '0.090', highest: '0.130', mean: '0.12' })
  })

  test.each([
    ['a price of many digits', [{ quantity: 100, unitPrice: '0.00009' }], '0.00009', '0.00009', '0.00009'],
    ['one price without a quantity', [{ unitPrice: '0.05' }], '0.05', '0.05', '0.05'],
    ['prices without a quantity', [{ unitPrice: '0.05' }, { unitPrice: '0.15' }], '0.05', '0.15', undefined],
  ])('name no mean that nothing tells: %s', (_, costs, lowest, highest, mean) => {
    const items = costs.map(cost => ({ ...item('1'), rental: { ...item('1').rental, cost } }))
    expect(costFigures(items).unitPrices).toEqual({ lowest, highest, mean })
  })

  test('compare the contacts paid with the numbers delivered where both are told', () => {
    const told = item('1')
    const items = [{ ...told, rental: { ...told.rental, phoneNumbers: 8 } }, item('1')]
    expect(costFigures(items).delivery).toEqual({ paid: 10, delivered: 8 })
  })

  test('claim nothing where nothing was told', () => {
    expect(costFigures([item(undefined)])).toEqual({
      total: '0',
      notCollected: '0',
      failed: '0',
      unitPrices: undefined,
      delivery: undefined,
    })
  })
})

test('100,000 tags are summed up and ordered in time', () => {
  const items = Array.from({ length: 2_000 }, (_, index) =>
    item('1.5', { tags: Array.from({ length: 50 }, (_, nth) => `tag ${index * 50 + nth}`) }),
  )
  const before = process.cpuUsage()
  expect(costByTag(items)).toHaveLength(100_000)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000)
})

describe('volumes by department', () => {
  test('sum places and rentals, and miss contacts place by place', () => {
    const one = item('1', {
      places: [
        { location: '60200', wanted: 10, available: 4 },
        { location: '60300', wanted: 1, available: 100 },
      ],
    })
    const two = item('1', { places: [{ location: '60', wanted: 5 }] })
    expect(byDepartment([one.rental, two.rental], departmentOf).departments).toEqual(
      new Map([['60', { wanted: 16, available: 104, shortfall: 6, rentals: 2 }]]),
    )
  })

  test('count a rental whose places are not listed where it was targeted', () => {
    const { rental } = item('1')
    const targeted = { ...rental, targeting: { zipcodes: ['60200', '59000'], departments: [] } }
    expect(byDepartment([targeted], departmentOf).departments).toEqual(
      new Map([
        ['60', { shortfall: 0, rentals: 1 }],
        ['59', { shortfall: 0, rentals: 1 }],
      ]),
    )
  })
})
