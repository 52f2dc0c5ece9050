import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { field, parseCount, parseDecimal, parseList, parseText } from '../../src/api/parse-fields.ts'

const notNumbers = [
  '',
  ' ',
  'NaN',
  'Infinity',
  '-5',
  '1e3',
  '0x10',
  '+5',
  '5.',
  '.5',
  'dix',
  '١٢',
  true,
  false,
]
const notValues = [
  null,
  undefined,
  [],
  ['5'],
  {},
  { value: 5 },
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -5,
  -0.5,
]

describe('a count', () => {
  test.each([
    [266, 266],
    [0, 0],
    [-0, 0],
    [10.0, 10],
    ['266', 266],
    [' 266\n', 266],
    ['0', 0],
    ['007', 7],
    ['12 345', 12_345],
    ['12\u00a0345', 12_345],
    ['12\u202f345', 12_345],
    ['12\u2009345', 12_345],
    ['1 234 567', 1_234_567],
    ['12345678', 12_345_678],
    ['10.00', 10],
    ['10,0', 10],
    ['12 345,00', 12_345],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('is read from %j as %j', (value, count) => {
    expect(parseCount(value)).toBe(count)
  })

  test.each([
    ...notNumbers,
    ...notValues,
    1.5,
    '1.5',
    '0,900',
    '1 23',
    '1234 567',
    '1  234',
    '12 345 6',
    '1\t234',
    '9007199254740992',
    2 ** 53,
    1e300,
    '9'.repeat(400),
  ])('is not given by %j', value => {
    expect(parseCount(value)).toBeUndefined()
  })

  test.each(['1,000', '12.000', '100,000'])(
    'is not guessed from %j, which may be a thousand times more',
    value => {
      expect(parseCount(value)).toBeUndefined()
    },
  )
})

describe('a decimal', () => {
  test.each([
    ['0.900', '0.900'],
    ['0,900', '0.900'],
    ['0.90', '0.90'],
    [0.09, '0.09'],
    [0.1 + 0.2, '0.30000000000000004'],
    [10, '10'],
    [-0, '0'],
    ['10', '10'],
    ['00.90', '0.90'],
    ['000', '0'],
    ['1 234,50', '1234.50'],
    ['12\u202f345.6', '12345.6'],
    ['1,000', '1.000'],
    [1e-7, '0.0000001'],
    [' 0.9 ', '0.9'],
    ['999999999999999.12345678901234567890', '999999999999999.12345678901234567890'],
  ])('is read from %j as %j', (value, decimal) => {
    expect(parseDecimal(value)).toBe(decimal)
  })

  test.each([
    ...notNumbers,
    ...notValues,
    '0.9.0',
    '0,9,0',
    '1.234,50',
    '0. 9',
    '0.9 €',
    '1234 567.0',
    1e21,
    5e-324,
    '1000000000000000',
    `0.${'0'.repeat(21)}`,
  ])('is not given by %j', value => {
    expect(parseDecimal(value)).toBeUndefined()
  })
})

describe('a text', () => {
  test.each([
    ['12', '12'],
    [' 12 ', '12'],
    [103, '103'],
    [1.5, '1.5'],
    ['é', 'é'],
  ])('is read from %j as %j', (value, text) => {
    expect(parseText(value)).toBe(text)
  })

  test.each(['', ' \u00a0\n', null, undefined, true, [], ['a'], {}, Number.NaN, Number.NEGATIVE_INFINITY])(
    'is not given by %j',
    value => {
      expect(parseText(value)).toBeUndefined()
    },
  )
})

describe('a list', () => {
  test.each([
    ['60200', ['60200']],
    ['02200,60200', ['02200', '60200']],
    ['02200;60200 , 59000\n', ['02200', '60200', '59000']],
    ['60200 02200', ['60200', '02200']],
    ['60200,02200,60200', ['60200', '02200']],
    [60200, ['60200']],
    [
      ['02', 60, ' 2A '],
      ['02', '60', '2A'],
    ],
    [
      ['02,60', '60'],
      ['02', '60'],
    ],
    [['02', null, true, {}, ['60']], ['02']],
    [',; ', []],
    [true, []],
    [{}, []],
    [[], []],
  ])('is read from %j as %j', (value, list) => {
    expect(parseList(value)).toEqual(list)
  })
})

describe('a field', () => {
  const schema = z.object({ value: field(value => `read ${String(value)}`) })

  test.each([
    [{ value: 0 }, 'read 0'],
    [{ value: false }, 'read false'],
    [{ value: 'x' }, 'read x'],
  ])('of %j is read', (reply, value) => {
    expect(schema.parse(reply).value).toBe(value)
  })

  test.each([{}, { value: null }, { value: '' }, { value: ' \n' }, { value: undefined }])(
    'of %j is missing',
    reply => {
      expect(schema.parse(reply).value).toBeUndefined()
    },
  )
})
