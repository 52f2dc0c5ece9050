import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumDecimals } from '../../src/rentals/money.ts'

describe('a sum of euros is exact', () => {
  test.each<[readonly string[], string]>([
    [[], '0'],
    [['0.900'], '0.9'],
    [['0.1', '0.2'], '0.3'],
    [['0.1', '0.2', '0.3', '0.4'], '1'],
    [['1.005', '1.005'], '2.01'],
    [['9007199254740993', '0.01'], '9007199254740993.01'],
    [['0.0000001', '0.0000002'], '0.0000003'],
    [['999999999999999999999.99', '0.01'], '1000000000000000000000'],
  ])('%j is %s', (values, expected) => {
    expect(sumDecimals(values)).toBe(expected)
  })

  test('of ten thousand thousandths', () => {
    expect(sumDecimals(Array.from({ length: 10_000 }, () => '0.001'))).toBe('10')
    expect(sumDecimals(Array.from({ length: 9_999 }, () => '0.001'))).toBe('9.999')
  })

  test('whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000)), thousandths => {
        const euros = thousandths.map(n => `${Math.floor(n / 1_000)}.${String(n % 1_000).padStart(3, '0')}`)
        const whole = thousandths.reduce((sum, n) => sum + BigInt(n), 0n)
        const digits = `${whole / 1_000n}.${String(whole % 1_000n).padStart(3, '0')}`
        expect(sumDecimals(euros)).toBe(digits.replace(/\.?0+$/, ''))
      }),
    )
  })
})
