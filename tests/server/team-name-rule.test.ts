import fc from 'fast-check'
import { expect, test } from 'vitest'
import teamNameRule from '../../src/server/team-name-rule.js'
import { foreignFileNames, namelessTokens, teamFileNames } from './team-cases.ts'

test.each(teamFileNames)('%s has the file %s, and no other', (token, file) => {
  expect(teamNameRule.teamFileName(token)).toBe(file)
  expect(teamNameRule.tokenOfTeamFile(file)).toBe(token)
})

test.each(namelessTokens.map(token => [token]))('%j has no file', token => {
  expect(teamNameRule.teamFileName(token)).toBeUndefined()
})

test.each(foreignFileNames.map(file => [file]))('%j is no token’s file', file => {
  expect(teamNameRule.tokenOfTeamFile(file)).toBeUndefined()
})

test('every token comes back from its file’s name, which has no dot, slash or capital letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), token => {
      const file = teamNameRule.teamFileName(token)
      if (file === undefined) return
      expect(file).toMatch(/^[0-9a-z-]{1,200}\.json$/)
      expect(teamNameRule.tokenOfTeamFile(file)).toBe(token)
    }),
  )
})

test('no two names are one token’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0a-2dcf8'), maxLength: 12 }), name => {
      const token = teamNameRule.tokenOfTeamFile(`${name}.json`)
      if (token !== undefined) expect(teamNameRule.teamFileName(token)).toBe(`${name}.json`)
    }),
  )
})
