import { expect, test } from 'vitest'
import { isPhoneNumber } from '../../src/api/number-table.ts'

test.each([
  '0639980000',
  '639980000',
  '33639980000',
  '+33639980000',
  '06 39 98 00 00',
  '06.39.98.00.00',
  '+33 (0)6-39-98-00-00',
  '262692000000',
])('%s is one', text => expect(isPhoneNumber(text)).toBe(true))

test.each([
  '',
  '60200',
  '2026-11-24',
  '06399800',
  '1234567890123456',
  '0639980000a',
  '++33639980000',
  'b22b841a21624f4f',
])('%s is none', text => expect(isPhoneNumber(text)).toBe(false))
