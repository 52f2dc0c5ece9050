import { expect, test } from 'vitest'
import { tableCsv } from '../../../src/features/download/received-file.ts'

test('numbers alone stand one on a line, as they came, and nothing else', () => {
  expect(tableCsv({ rows: [['0639980000'], ['+33639980001']] })).toBe('0639980000\r\n+33639980001\r\n')
})

test('a list with more to it is a table for spreadsheets, in which nothing calculates', () => {
  const table = {
    head: ['phone', 'city'],
    rows: [
      ['+33639980001', '=1+1'],
      ['', 'a;b'],
    ],
  }
  expect(tableCsv(table)).toBe('\ufeffphone;city\r\n+33639980001;\'=1+1\r\n;"a;b"\r\n')
})

test('a list of nothing is an empty file', () => {
  expect(tableCsv({ rows: [] })).toBe('')
})
