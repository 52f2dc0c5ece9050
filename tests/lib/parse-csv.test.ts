import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from '../../src/lib/parse-csv.ts'

test.each<[string, string, string[][]]>([
  ['nothing', '', []],
  ['one cell', 'a', [['a']]],
  [
    'cells and rows',
    'a;b\nc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['lines of Windows and of an old Mac', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
  ['a line at the end', 'a\n', [['a']]],
  ['empty cells and rows', ';\n\n;a;', [['', ''], [''], ['', 'a', '']]],
  ['quotation marks', '"a;b";"c""d"\n"e\r\nf"', [['a;b', 'c"d'], ['e\r\nf']]],
  ['an empty cell in quotation marks', '"";a', [['', 'a']]],
  ['marks within a cell', 'a"b";c', [['a"b"', 'c']]],
  ['a mark that nothing closes', '"a;b\nc', [['"a', 'b'], ['c']]],
  ['a mark closed too early', '"a"b;c', [['"a"b', 'c']]],
])('reads %s', (_, text, rows) => {
  expect(parseCsv(text, ';')).toEqual(rows)
})

test('reads back any cells in quotation marks', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'aé";,\t\r\n'), maxLength: 5 })
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\t', ';', ','), (rows, delimiter) => {
      const quoted = rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      expect(parseCsv(quoted.join('\r\n'), delimiter)).toEqual(rows)
    }),
  )
})
