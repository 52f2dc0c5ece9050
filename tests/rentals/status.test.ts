import { describe, expect, test } from 'vitest'
import { parseStatus } from '../../src/api/provider-vocabulary.ts'
import { demoHistory } from '../../src/demo/demo-rental.ts'
import { stageOf, statusField } from '../../src/demo/status-reply.ts'
import { notificationsWords } from '../../src/features/notifications/words.ts'
import { settingsWords } from '../../src/features/settings/words.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { knownStatuses, pathTo, rentalStates, states, statuses } from '../../src/rentals/status.ts'
import { statusSentences } from '../../src/rentals/status-sentences.ts'
import { countStates } from '../../src/rentals/totals.ts'
import { tileCounts } from '../../src/ui/status-tiles.tsx'

const DAY_MS = 24 * 60 * 60_000

describe.each(knownStatuses)('the status %s', status => {
  const { code, french, english } = { ...statuses[status], ...statusSentences[status] }

  test.each([code, String(code), french, ...english])('is decoded from %j', sent => {
    expect(parseStatus(sent).status).toBe(status)
  })

  test.each(['code', 'digits', 'french', 'english'] as const)(
    'is said by the demonstration as %s',
    wording => {
      expect(parseStatus(statusField(code, wording)).status).toBe(status)
      expect(stageOf(statusField(code, wording))).toBe(code)
    },
  )

  test('has a tile that counts it', () => {
    const counts = countStates([{ state: status }])
    expect(tileCounts(counts).filter(({ count }) => count > 0)).toEqual([{ tile: status, count: 1 }])
    expect([fr.tiles[status], en.tiles[status]]).not.toContain('')
  })

  test('comes from the first one, by steps that were seen before it', () => {
    expect(pathTo(status).at(0)).toBe('requested')
    expect(pathTo(status).at(-1)).toBe(status)
    expect(demoHistory(status, DAY_MS, DAY_MS).map(step => step.status)).toEqual(pathTo(status))
  })
})

describe('the table of statuses', () => {
  test('gives no code and no sentence to two of them', () => {
    const said = knownStatuses.flatMap(status => {
      const { code, french, english } = { ...statuses[status], ...statusSentences[status] }
      return [String(code), french, ...english]
    })
    expect(new Set(said).size).toBe(said.length)
  })

  test('lists the documented ones first, in the order of the tiles', () => {
    expect(rentalStates).toEqual([...knownStatuses, 'unknown', 'not-found', 'error', 'pending'])
  })

  test('has the provider’s five codes', () => {
    expect(knownStatuses.map(status => statuses[status].code)).toEqual([0, 1, 2, 3, 5])
  })
})

describe.each(rentalStates)('the state %s', state => {
  test.each([
    ['French', fr.states[state], notificationsWords.fr.many[state]],
    ['English', en.states[state], notificationsWords.en.many[state]],
  ])('has its word in %s, for one and for many', (_, word, many) => {
    expect(word).toMatch(/\p{L}/u)
    expect(many(1)).toMatch(/\p{L}/u)
    expect(many(2)).not.toBe(many(1))
  })

  test('is checked within the bounds, or is over', () => {
    const { checkMs = 10_000 } = states[state]
    expect(checkMs).toBeGreaterThanOrEqual(10_000)
    expect(checkMs).toBeLessThanOrEqual(300_000)
  })

  test('looks like no other', () => {
    const look = ({ icon, badge }: (typeof states)[typeof state]) => `${icon} ${badge ?? ''}`
    const alike = rentalStates.filter(other => look(states[other]) === look(states[state]))
    expect(alike).toEqual([state])
  })
})

test('ready rentals are checked as much less often as the settings say', () => {
  expect((states.ready.checkMs ?? 0) / (states.generating.checkMs ?? 0)).toBe(6)
  expect(settingsWords.fr.preferences.paceHint).toContain('prêtes sont vérifiées six fois moins souvent')
  expect(settingsWords.en.preferences.paceHint).toContain('Ready rentals are checked six times less often')
})
