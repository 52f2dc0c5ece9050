import { expect, test } from 'vitest'
import { prettyReply } from '../../../src/features/detail/pretty-reply.ts'
import { sample } from '../../api/samples.ts'

test.each([
  ['an object', '{"a":1,"b":[1,2],"c":{}}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ],\n  "c": {}\n}'],
  [
    'numbers as they came',
    '{"total":0.900,"e":9.0E-5,"big":12345678901234567890}',
    '{\n  "total": 0.900,\n  "e": 9.0E-5,\n  "big": 12345678901234567890\n}',
  ],
  ['what stands in texts', '{"a":"{\\"b\\": [1,  2]}, \\\\"}', '{\n  "a": "{\\"b\\": [1,  2]}, \\\\"\n}'],
  ['empty parts', '{"a": [ ],"b":{ }}', '{\n  "a": [],\n  "b": {}\n}'],
  ['cut JSON, left alone', '{"a":1,', '{"a":1,'],
  ['plain text, left alone', 'Bad gateway', 'Bad gateway'],
  [
    'XML',
    '<?xml version="1.0"?><result><entry>true</entry><entry><![CDATA[a <b> c]]></entry><entry><entry>31</entry></entry><entry/></result>',
    '<?xml version="1.0"?>\n<result>\n  <entry>true</entry>\n  <entry><![CDATA[a <b> c]]></entry>\n  <entry>\n    <entry>31</entry>\n  </entry>\n  <entry/>\n</result>',
  ],
])('%s', (_, raw, pretty) => {
  expect(prettyReply(raw, 1_000)).toBe(pretty)
})

test('the provider’s own sample says the same in lines', () => {
  const raw = sample('status-reply', 'json')
  expect(JSON.parse(prettyReply(raw, 1_000))).toEqual(JSON.parse(raw))
  const xml = sample('status-reply', 'xml')
  expect(prettyReply(xml, 1_000).replace(/\s/g, '')).toBe(xml.replace(/\s/g, ''))
})

test.each([
  ['{"a": "bc", "d": [1, 23456]}', '{\n  "a": "bc",\n  "d": [\n    1,'],
  ['<a><b>c</b><d>efgh</d></a>', '<a>\n  <b>c</b>\n  <d>\n    efgh'],
  ['neither of them, and long', 'neither of them, and'],
])('of a long reply %j the whole lines of its start are shown', (raw, start) => {
  expect(prettyReply(raw, 20)).toBe(start)
})
