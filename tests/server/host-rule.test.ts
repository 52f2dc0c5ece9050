import { describe, expect, test } from 'vitest'
import { createHostRule } from '../../src/server/host-rule.ts'

const own = ['localhost', 'localhost:4173', '127.0.0.1', '127.255.0.9:80', '[::1]', '[::1]:4173']
const foreign = [
  '',
  'evil.example',
  'localhost.',
  'x.localhost',
  '127.1',
  '0177.0.0.1',
  '::1',
  '[localhost]',
  '[::1',
  'localhost:',
  'localhost:x',
  'a@localhost',
  'localhost:1:2',
]
const addresses = ['192.0.2.7', '192.0.2.7:4173', '[2001:db8::7]', '[::ffff:192.0.2.7]:80']

describe.each(['localhost', '127.0.0.1', '0.0.0.0', '::', true, false, undefined])(
  'listening on %s',
  listensOn => {
    const allows = createHostRule(listensOn, [])

    test.each(own)('allows %s', host => expect(allows(host)).toBe(true))

    test.each(foreign)('refuses "%s"', host => expect(allows(host)).toBe(false))
  },
)

test.each(addresses)('allows the address %s only where it listens on all', host => {
  expect([true, '0.0.0.0', '::'].map(listensOn => createHostRule(listensOn, [])(host))).toEqual([
    true,
    true,
    true,
  ])
  expect(createHostRule('localhost', [])(host)).toBe(false)
})

test.each([
  ['192.0.2.7', '192.0.2.7:4173'],
  ['2001:db8::7', '[2001:db8::7]:4173'],
  ['Board.Example', 'board.example'],
])('allows what it listens on: %s', (listensOn, host) => {
  expect(createHostRule(listensOn, [])(host)).toBe(true)
})

test('allows the names it is given, and none under them', () => {
  const allows = createHostRule('localhost', ['board.example'])
  expect(['board.example', 'board.example:443', 'x.board.example', 'example'].map(allows)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
