/** A token and the name of its file in the team's list: the page and both servers write it so. */
export const teamFileNames: readonly (readonly [token: string, file: string])[] = [
  ['a', 'a.json'],
  ['0123456789abcdefghijklmnopqrstuvwxyz', '0123456789abcdefghijklmnopqrstuvwxyz.json'],
  ['A', '-41.json'],
  ['aZ', 'a-5a.json'],
  ['-', '-2d.json'],
  ['-2d', '-2d2d.json'],
  ['..', '-2e-2e.json'],
  ['a/b\\c', 'a-2fb-5cc.json'],
  ["_.!~*'()", '-5f-2e-21-7e-2a-27-28-29.json'],
  ['a.json', 'a-2ejson.json'],
  ['a%2Fb', 'a-252-46b.json'],
  ['é', '-c3-a9.json'],
  ['🌊', '-f0-9f-8c-8a.json'],
  ['a'.repeat(200), `${'a'.repeat(200)}.json`],
  [`${'A'.repeat(66)}aa`, `${'-41'.repeat(66)}aa.json`],
]

/** No file name is made of these: half a character, nothing, and more than 200 characters of name. */
export const namelessTokens: readonly string[] = ['', '\ud83c', 'a\udf0a', 'a'.repeat(201), 'A'.repeat(67)]

/** No token has a file of such a name. */
export const foreignFileNames: readonly string[] = [
  '',
  '.json',
  'a',
  'a.JSON',
  'a.json.json',
  'A.json',
  '.a.json',
  '..json',
  'a b.json',
  'a_b.json',
  'a/b.json',
  '../a.json',
  'a\\b.json',
  'a%2fb.json',
  'a.json\n',
  'é.json',
  '-.json',
  '-4.json',
  '-4G.json',
  '-5A.json',
  // Each of them has another spelling, which is its only one.
  '-61.json',
  '-7a.json',
  '-30.json',
  '-39.json',
  // No UTF-8.
  '-ff.json',
  '-c3.json',
  '-c0-af.json',
  '-ed-a0-80.json',
  '-f4-90-80-80.json',
  `${'a'.repeat(201)}.json`,
]
