import { describe, expect, test } from 'vitest'
import { ApiError, DecodeError, RateLimitError } from '../../src/api/errors.ts'
import { parseFile } from '../../src/api/parse-file.ts'

const A = '0639980000'
const B = '0639980001'

function read(body: string | Uint8Array, type = '') {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body)
  return parseFile({ bytes, type, disposition: '' })
}

describe('a JSON list of numbers', () => {
  test.each<[string, unknown, { head?: string[]; rows: string[][] }]>([
    ['of texts', [A, B], { rows: [[A], [B]] }],
    ['of numbers', [639980000, 33639980001], { rows: [['639980000'], ['33639980001']] }],
    ['under a name', { success: true, phoneNumbers: [A, B] }, { rows: [[A], [B]] }],
    ['deep in the reply', { success: true, data: { file: { list: [A] } } }, { rows: [[A]] }],
    ['beside lists of other things', { tags: ['mai'], numbers: [A] }, { rows: [[A]] }],
    ['as the values of an object', { success: 1, list: { 0: A, 2: B } }, { rows: [[A], [B]] }],
    ['of lists', [[A, 'Oise'], [B]], { rows: [[A, 'Oise'], [B]] }],
    [
      'of objects, with every column',
      [
        { phone: A, city: 'Compiègne' },
        { phone: B, age: 31, of: { no: 1 } },
      ],
      {
        head: ['phone', 'city', 'age', 'of'],
        rows: [
          [A, 'Compiègne', '', ''],
          [B, '', '31', ''],
        ],
      },
    ],
    ['with an entry that is none', [A, null, 'inconnu'], { rows: [[A], [''], ['inconnu']] }],
    ['in several parts', { file: { 60200: [A], '02200': [B] } }, { rows: [[A], [B]] }],
    ['with a gap', { numbers: { 0: { phone: A }, 2: { phone: B } } }, { rows: [[A], [B]] }],
    [
      'beside a number of something else',
      { numbers: [A, B], made: { at: 1764541000 } },
      { rows: [[A], [B]] },
    ],
    ['that is there twice', { numbers: [A, B], again: [{ phone: A }] }, { rows: [[A], [B]] }],
    ['that is empty', { success: true, numbers: [] }, { rows: [] }],
    ['beside a code that says all is well', { success: true, code: 200, numbers: [A] }, { rows: [[A]] }],
  ])('%s is found', (_, value, table) => {
    const numbers = table.rows.filter(row => row.some(cell => /^\d{9,}$/.test(cell))).length
    expect(read(JSON.stringify(value), 'text/html')).toEqual({ form: 'list', table, numbers })
  })
})

describe('what is no list', () => {
  test.each<[string, string | Uint8Array, { form: string; numbers: number | undefined }]>([
    ['lines', `${A}\r\n${B}\r\n`, { form: 'text', numbers: 2 }],
    ['lines under a header', `telephone;ville\n${A};Oise\n${B};Oise\n`, { form: 'text', numbers: 2 }],
    ['lines with two numbers each', `${A};${B}\n${A};${B}`, { form: 'text', numbers: 2 }],
    ['one line of numbers', `${A},${B},${A}`, { form: 'text', numbers: 3 }],
    ['numbers as people write them', '"06 39 98 00 00"\n+33 6.39.98.00.01', { form: 'text', numbers: 2 }],
    ['a byte order mark', `\ufeff${A}\n`, { form: 'text', numbers: 1 }],
    ['UTF-16', Buffer.from(`\ufeff${A}\n${B}`, 'utf16le'), { form: 'text', numbers: 2 }],
    ['words', 'Service indisponible', { form: 'text', numbers: 0 }],
    ['days and postcodes', '2026-11-24;60200', { form: 'text', numbers: 0 }],
    [
      'lists of different columns, of which a table would lose one',
      JSON.stringify({ women: [{ phone: A }], men: [{ phone: B, city: 'Lille' }] }),
      { form: 'json', numbers: undefined },
    ],
    [
      'XML with texts as the provider marks them',
      `<result><entry><![CDATA[${A}]]></entry><entry>${B}</entry></result>`,
      { form: 'xml', numbers: 2 },
    ],
    [
      'JSON without numbers',
      '{"success":true,"url":"https://x.test/a"}',
      { form: 'json', numbers: undefined },
    ],
    ['XML', `<r><n>${A}</n><n> ${B} </n><v>60200</v></r>`, { form: 'xml', numbers: 2 }],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), { form: 'binary', numbers: undefined }],
    ['a gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), { form: 'binary', numbers: undefined }],
  ])('%s are told apart', (_, body, content) => {
    expect(read(body, 'application/octet-stream')).toEqual(content)
  })
})

describe('what is no file', () => {
  test.each([
    '{"success":false,"code":429}',
    '<result><entry>false</entry><entry>429</entry><entry>Non</entry></result>',
  ])('error 429 asks for fewer requests: %s', text => {
    expect(() => read(text)).toThrow(RateLimitError)
  })

  test.each([1, 10, 20, 30, 31, 32, 33, 34, 35, 36, 96])('error %i is the provider’s', code => {
    const read10 = () => read(JSON.stringify({ success: false, code, message: 'non' }))
    expect(read10).toThrow(ApiError)
    expect(read10).toThrow(expect.objectContaining({ code, message: 'non' }))
  })

  test.each([
    ['numbers as text', '{"success":"false","code":"34"}'],
    ['no success', '{"code":34,"message":"non"}'],
    ['a list all the same', `{"success":false,"code":34,"numbers":["${A}"]}`],
    ['XML', '<result><entry>0</entry><entry>34</entry><entry>non</entry></result>'],
  ])('an error with %s is one, too', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'ApiError', code: 34 }))
  })

  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n', 'empty'],
    ['a web page', '<!doctype html><title>Connexion</title>', 'html'],
    ['a warning of PHP', '<br />\n<b>Warning</b>: x', 'html'],
    ['a list that is cut', `["${A}","${B.slice(0, 5)}`, 'truncated'],
    ['an object that is cut', `{"numbers":["${A}"`, 'truncated'],
    ['XML that is cut', `<r><n>${A}</n><n>0639`, 'truncated'],
  ])('%s is refused, and no number is repeated', (_, text, problem) => {
    const error = caught(() => read(text, 'text/csv'))
    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toMatchObject({ problem })
    expect(`${error} ${String(error instanceof Error ? error.cause : '')}`).not.toContain('0639')
  })
})

function caught(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}
