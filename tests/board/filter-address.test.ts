import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AddressedFilter, parseFilter, writeFilter } from '../../src/board/follow-address.ts'
import { noFilter } from '../../src/board/view.ts'
import { sortOrders } from '../../src/rentals/sort.ts'
import { tileNames } from '../../src/rentals/status.ts'

const none: AddressedFilter = { ...noFilter, sort: undefined, sortReversed: false }

describe('the query of an address', () => {
  test.each<[string, Partial<AddressedFilter>]>([
    ['', {}],
    ['?', {}],
    ['?demo&view=wall', {}],
    ['?status=ready', { filter: new Set(['ready']) }],
    ['?status=failed&status=other', { filter: new Set(['failed', 'other']) }],
    ['?status=ready,failed', { filter: new Set(['ready', 'failed']) }],
    ['?tag=Soldes&tag=%C3%89t%C3%A9+2026', { tags: new Set(['Soldes', 'Été 2026']) }],
    ['?department=31', { department: '31' }],
    ['?department=2a', { department: '2A' }],
    ['?department=1', { department: '01' }],
    ['?department=974', { department: '974' }],
    ['?missing=1', { short: true }],
    ['?q=lille+nord', { query: 'lille nord' }],
    ['?sort=cost', { sort: 'cost' }],
    ['?sort=-name', { sort: 'name', sortReversed: true }],
    ['?demo&tag=Soldes&q=a&missing=1', { tags: new Set(['Soldes']), query: 'a', short: true }],
  ])('%j says', (search, filter) => {
    expect(parseFilter(search)).toEqual({ ...none, ...filter })
  })

  test.each([
    '?status=sold&status=__proto__&status=',
    '?tag=&tag=+&tag=%00&tag=a%0Ab',
    `?tag=${'x'.repeat(41)}`,
    '?department=00&department=99&department=123456&department=%3Cb%3E',
    '?missing=true&missing=yes',
    '?sort=price&sort=constructor',
    `?q=${'x'.repeat(201)}`,
    '?q=%00',
    '?%E0%A4%A=1&q',
  ])('%j says nothing', search => {
    expect(parseFilter(search)).toEqual(none)
  })

  test('names as many tags as a rental may have, at most', () => {
    const search = `?${Array.from({ length: 1_000 }, (_, index) => `tag=t${index}`).join('&')}`
    expect(parseFilter(search).tags.size).toBe(50)
  })

  test.each<[string, Partial<AddressedFilter>, string]>([
    ['', {}, ''],
    ['?demo', {}, '?demo'],
    ['?demo&tag=Soldes&q=lille', {}, '?demo'],
    ['?view=wall', { tags: new Set(['Soldes']) }, '?view=wall&tag=Soldes'],
    ['?status=ready&demo', { filter: new Set(['failed', 'ready']) }, '?demo&status=failed&status=ready'],
    ['', { query: '  ' }, ''],
    ['', { query: 'x'.repeat(201) }, ''],
    ['', { query: 'a&tag=b', short: true }, '?missing=1&q=a%26tag%3Db'],
    ['', { sort: 'cost', sortReversed: true }, '?sort=-cost'],
    ['', { department: '2A', sort: 'name' }, '?department=2A&sort=name'],
  ])('%j with another filter is', (search, filter, expected) => {
    expect(writeFilter(search, { ...none, ...filter })).toBe(expected)
  })

  test('says every filter that the board can have', () => {
    const filters = fc.record({
      filter: fc.subarray([...tileNames]).map(tiles => new Set(tiles)),
      tags: fc
        .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }), { maxLength: 5 })
        .map(tags => new Set(tags.filter(tag => tag.trim() !== '' && !/\p{Cc}/u.test(tag)))),
      department: fc.constantFrom(undefined, '01', '2B', '971'),
      short: fc.boolean(),
      archived: fc.boolean(),
      query: fc.constantFrom('', 'lille', 'a=b&c', '100 % «été»', '#/map?'),
      sort: fc.constantFrom(undefined, ...sortOrders),
      sortReversed: fc.boolean(),
    })
    fc.assert(
      fc.property(filters, fc.constantFrom('', '?demo', '?view=wall&tag=autre'), (filter, search) => {
        const sortReversed = filter.sort !== undefined && filter.sortReversed
        expect(parseFilter(writeFilter(search, filter))).toEqual({ ...filter, sortReversed })
      }),
    )
  })
})
