import fc from 'fast-check'
import { expect, test } from 'vitest'
import teamRule from '../../src/server/team-rule.js'
import { foreignFileNames, namelessTokens, teamFileNames } from './team-cases.ts'

test.each(teamFileNames)('%s has the file %s, and no other', (token, file) => {
  expect(teamRule.teamFileName(token)).toBe(file)
  expect(teamRule.tokenOfTeamFile(file)).toBe(token)
})

test.each(namelessTokens.map(token => [token]))('%j has no file', token => {
  expect(teamRule.teamFileName(token)).toBeUndefined()
})

test.each(foreignFileNames.map(file => [file]))('%j is no token’s file', file => {
  expect(teamRule.tokenOfTeamFile(file)).toBeUndefined()
})

test('every token comes back from its file’s name, which has no dot, slash or capital letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), token => {
      const file = teamRule.teamFileName(token)
      if (file === undefined) return
      expect(file).toMatch(/^[0-9a-z-]{1,200}\.json$/)
      expect(teamRule.tokenOfTeamFile(file)).toBe(token)
    }),
  )
})

test('no two names are one token’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0a-2dcf8'), maxLength: 12 }), name => {
      const token = teamRule.tokenOfTeamFile(`${name}.json`)
      if (token !== undefined) expect(teamRule.teamFileName(token)).toBe(`${name}.json`)
    }),
  )
})
