import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecodeError } from '../../src/api/errors.ts'
import { parseReply } from '../../src/api/parse-reply.ts'
import { decode, expectSound, reply, toJson, toXml, value } from './any-reply.ts'
import { sample } from './samples.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const texts = [
  sample('status-reply', 'json'),
  sample('status-reply', 'xml'),
  sample('error-reply', 'json'),
  sample('error-reply', 'xml'),
]
const realText = fc.constantFrom(...texts)

/** The JSON sample's objects, by the path to each field: `['location', 'cost', 'total']`. */
function pathsIn(node: Json): string[][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => [
    [key],
    ...pathsIn(child).map(path => [key, ...path]),
  ])
}

function replaced(node: Json, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const entries = Object.entries(node ?? {}).map(([name, child]) => [
    name,
    name === key ? replaced(child, rest, by) : child,
  ])
  return Array.isArray(node) ? entries.map(([, child]) => child) : Object.fromEntries(entries)
}

describe('whatever arrives, the decoder throws nothing but its own errors and makes no NaN', () => {
  test('from any JSON', () => {
    fc.assert(
      fc.property(fc.anything(), anything => {
        expectSound(decode(toJson(anything)))
      }),
    )
  })

  test('from any object under the documented names', () => {
    fc.assert(
      fc.property(reply, fields => {
        expectSound(decode(toJson(fields)))
      }),
    )
  })

  test('from any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => expectSound(decode(text))))
  })

  test('from any text that begins like a reply', () => {
    const start = fc.constantFrom(
      ...['{', '[', '{"status":', '<', '<?xml', '<!--', '<result>', '<result><entry>'],
    )
    fc.assert(fc.property(start, fc.string(), (start, text) => expectSound(decode(start + text))))
  })

  test('from a real JSON reply with any field replaced', () => {
    const real: Json = JSON.parse(sample('status-reply', 'json'))
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(real)), value, (path, by) => {
        expectSound(decode(toJson(replaced(real, path, by))))
      }),
    )
  })

  test('from a real XML reply with any entry replaced', () => {
    const entries = [...sample('status-reply', 'xml').matchAll(/<entry>[\s\S]*?<\/entry>/g)]
    const xml = fc.oneof(fc.constantFrom('', '<entry/>', '<entry>', '</entry>', '<b>5</b>'), value.map(toXml))
    fc.assert(
      fc.property(fc.constantFrom(...entries), xml, ({ 0: entry, index }, by) => {
        const text = sample('status-reply', 'xml')
        expectSound(decode(text.slice(0, index) + by + text.slice(index + entry.length)))
      }),
    )
  })

  test('from a real reply with characters replaced, added or lost', () => {
    const edit = fc.record({ at: fc.nat(1_000), lost: fc.nat(20), added: fc.string() })
    fc.assert(
      fc.property(realText, fc.array(edit, { minLength: 1, maxLength: 5 }), (real, edits) => {
        expectSound(decode(edits.reduce((text, { at, lost, added }) => spliced(text, at, lost, added), real)))
      }),
    )
  })

  test.each(texts)('from a real reply cut anywhere, which it calls truncated or empty', real => {
    const whole = real.trimEnd().length
    fc.assert(
      fc.property(fc.nat(whole - 1), length => {
        expect(() => parseReply(real.slice(0, length))).toThrow(
          new DecodeError(length === 0 ? 'empty' : 'truncated'),
        )
      }),
    )
  })
})

function spliced(text: string, at: number, lost: number, added: string): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + added + text.slice(start + lost)
}
