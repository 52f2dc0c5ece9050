import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvValue, writeCsv } from '../../src/format/csv.ts'
import { readCsv } from './read-csv.ts'

/** The one cell of a table of one row, as a parser reads it. */
function cellOf(cell: CsvValue, decimalMark: ',' | '.' = ',') {
  const text = writeCsv([[cell]], decimalMark)
  expect(text.startsWith('\ufeff')).toBe(true)
  return readCsv(text.slice(1))
}

describe('a table', () => {
  test('has a byte order mark, semicolons and CRLF after every row', () => {
    expect(
      writeCsv(
        [
          ['a', 'b'],
          [1, undefined],
        ],
        ',',
      ),
    ).toBe('\ufeffa;b\r\n1;\r\n')
  })

  test.each([
    ['a semicolon', 'a;b', '"a;b"'],
    ['quotation marks', 'dit "l’Oise"', '"dit ""l’Oise"""'],
    ['a line', 'a\nb', '"a\nb"'],
    ['a line of Windows', 'a\r\nb', '"a\r\nb"'],
    ['nothing special', 'été, à Lille', 'été, à Lille'],
  ])('quotes a text with %s where it must', (_, text, written) => {
    expect(writeCsv([[text]], ',')).toBe(`\ufeff${written}\r\n`)
    expect(cellOf(text)).toEqual([[text]])
  })

  test('comes back from a parser, whatever its texts', () => {
    // A leading letter keeps a text from being taken for anything else.
    const text = fc.string({ unit: fc.constantFrom(...'aé;",=-+@\t\r\n 0') }).map(text => `a${text}`)
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1 })), rows => {
        expect(readCsv(writeCsv(rows, ',').slice(1))).toEqual(rows)
      }),
    )
  })
})

describe('our own numbers', () => {
  test.each<[CsvValue, ',' | '.', string]>([
    [1234, ',', '1234'],
    [-12, ',', '-12'],
    [2.5, ',', '2,5'],
    [2.5, '.', '2.5'],
    [{ decimal: '0.090' }, ',', '0,090'],
    [{ decimal: '0.090' }, '.', '0.090'],
    [{ decimal: '12345678901234567890.12' }, ',', '12345678901234567890,12'],
    [{ decimal: '-3.10' }, ',', '-3,10'],
    [undefined, ',', ''],
    [0, ',', '0'],
  ])('%j with %s stand bare as %s', (cell, mark, written) => {
    expect(writeCsv([[cell]], mark)).toBe(`\ufeff${written}\r\n`)
  })

  test('moments are written in local time, sortable', () => {
    expect(cellOf({ at: new Date(2026, 10, 3, 4, 5, 59).getTime() })).toEqual([['2026-11-03 04:05']])
  })
})

describe('a text is made inert', () => {
  test.each([
    ['a formula', '=1+1'],
    ['a command', "=cmd|' /C calc'!A0"],
    ['a plus', '+33612345678'],
    ['a minus', '-2+3'],
    ['a negative number of theirs', '-12'],
    ['an at sign', '@SUM(A1:A9)'],
    ['a tab', '\t=1+1'],
    ['a carriage return', '\r=1+1'],
    ['a line', '\n=1+1'],
    ['a wide equals sign', '\uff1d1+1'],
    ['a leading zero', '02200'],
    ['two postcodes', '02200, 60200'],
    ['a token of digits', '123456789012'],
    ['a token that reads as an exponent', '12e34'],
    ['another', '1e+5'],
    ['a date', '12/11/2026'],
    ['a range of ages', '12-11'],
    ['a decimal', '0,5'],
    ['digits in groups', '1 000'],
    ['digits after a space', ' 007'],
  ])('by an apostrophe: %s', (_, text) => {
    expect(cellOf(text)).toEqual([[`'${text}`]])
  })

  test.each([
    '60200',
    '12',
    '0',
    'a=1',
    'CSP+',
    '2A',
    '60 Oise',
    'b22b841a21624f4f452ba7fa8c822c0ed7cecfdb',
    "l'Oise",
    '',
    '12345678901',
  ])('not where nothing would happen: %j', text => {
    expect(cellOf(text)).toEqual([[text]])
  })

  test('never begins with what a spreadsheet calculates, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n01e,;" a\uff1d') }), text => {
        const [[cell = ''] = []] = cellOf(text)
        expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d]/)
        expect([text, `'${text}`]).toContain(cell)
      }),
    )
  })
})
