import { describe, expect, test } from 'vitest'
import { parseCount, writtenCount, writtenDecimal } from '../../src/api/written-number.ts'

const notNumbers = [
  'NaN',
  'Infinity',
  '∞',
  '-5',
  '−5',
  '-1,234',
  '0x10',
  '+5',
  '5.',
  '.5',
  'dix',
  '١٢',
  '1e999',
  'e3',
]
const neither = [
  true,
  false,
  null,
  undefined,
  [],
  ['5'],
  {},
  { value: 5 },
  Number.NaN,
  Number.POSITIVE_INFINITY,
]
const decimals = (value: unknown) => writtenDecimal(value)?.values
const counts = (value: unknown) => writtenCount(value)?.values

describe('a decimal', () => {
  test.each([
    ['0.900', '0.900'],
    ['0,900', '0.900'],
    ['0.90', '0.90'],
    [0.09, '0.09'],
    [12.345, '12.345'],
    [0.1 + 0.2, '0.30000000000000004'],
    [10, '10'],
    [-0, '0'],
    [' 10 ', '10'],
    ['00.90', '0.90'],
    ['000', '0'],
    ['12,5', '12.5'],
    ['1234.567', '1234.567'],
    ['1234,567', '1234.567'],
    ['0,0900', '0.0900'],
    ['1 234,5', '1234.5'],
    ['1\u00a0234,50', '1234.50'],
    ['12\u202f345.6', '12345.6'],
    ['1\u2009234\u2009567,89', '1234567.89'],
    ["1'234", '1234'],
    ['1’234.50', '1234.50'],
    ["12'345'678,9", '12345678.9'],
    ['1,234.530', '1234.530'],
    ['1.234,530', '1234.530'],
    ['1.234,5', '1234.5'],
    ['12,345,678', '12345678'],
    ['12.345.678', '12345678'],
    ['1,234,567.89', '1234567.89'],
    ['1e3', '1000'],
    ['9.0E-5', '0.00009'],
    ['1.2E+3', '1200'],
    [1e-7, '0.0000001'],
    ['999999999999999.12345678901234567890', '999999999999999.12345678901234567890'],
  ])('is read from %j as %j', (value, decimal) => {
    expect(decimals(value)).toEqual([decimal])
  })

  test.each([
    ['1,234', ['1.234', '1234']],
    ['12.345', ['12.345', '12345']],
    ['108.000', ['108.000', '108000']],
    ['999,999', ['999.999', '999999']],
    ['1.000', ['1.000', '1000']],
    [' 20,500 ', ['20.500', '20500']],
  ])('may be read from %j in two ways: %j', (value, both) => {
    expect(decimals(value)).toEqual(both)
  })

  test.each([
    ...notNumbers,
    '0.9.0',
    '0,9,0',
    '1,23,45',
    '1.234.56',
    '1,234,567,8',
    "1'234.567'890",
    '1 23',
    '1234 567.0',
    '1  234',
    '1\t234',
    '12 345 6',
    '0. 9',
    '0.9 €',
    '10 contacts',
    1e21,
    5e-324,
    -0.5,
    '1000000000000000',
    `0.${'0'.repeat(21)}`,
  ])('is not read from %j, which is kept as it came', value => {
    expect(writtenDecimal(value)).toEqual({ text: String(value), values: [] })
  })

  test.each(['', ' ', ...neither])('is not what %j is', value => {
    expect(writtenDecimal(value)).toBeUndefined()
  })
})

describe('a count', () => {
  test.each([
    [266, 266],
    [0, 0],
    [-0, 0],
    [10.0, 10],
    ['266', 266],
    [' 266\n', 266],
    ['007', 7],
    ['12 345', 12_345],
    ['12\u202f345', 12_345],
    ["12'345", 12_345],
    ['1 234 567', 1_234_567],
    ['10.00', 10],
    ['10,0', 10],
    ['12 345,00', 12_345],
    ['1,234.000', 1_234],
    ['12,345', 12_345],
    ['12.345', 12_345],
    ['1,234,000', 1_234_000],
    ['0,000', 0],
    ['1e3', 1_000],
    ['999999999999999', 999_999_999_999_999],
  ])('is read from %j as %j', (value, count) => {
    expect(parseCount(value)).toBe(count)
  })

  test.each(['1,000', '12.000', '100,000', '2.000', '999,000', '50,000'])(
    'is not guessed from %j, which may be a thousand times more',
    value => {
      expect(counts(value)).toHaveLength(2)
      expect(parseCount(value)).toBeUndefined()
    },
  )

  test.each([
    ...notNumbers,
    ...neither,
    1.5,
    12.345,
    '1.5',
    '0,900',
    '1,234.5',
    '9007199254740992',
    2 ** 53,
    1e300,
    '9'.repeat(400),
  ])('is not given by %j', value => {
    expect(parseCount(value)).toBeUndefined()
  })
})
