import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { field, parseList, parseText } from '../../src/api/parse-fields.ts'

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
