import { describe, expect, test } from 'vitest'
import { formatPollStatus } from '../../src/format/format-poll-status.ts'
import type { PollStatus } from '../../src/rentals/describe-polling.ts'
import { english, french } from '../i18n/languages.ts'
import { withPlainSpaces } from '../i18n/plain-spaces.ts'
import { liveStatus } from '../polling/live-status.ts'

const now = 1_000_000

/** The status of 24 rentals, 3 of them active, and what the test says. */
function statusWith(change: Partial<PollStatus>): PollStatus {
  return { ...liveStatus, tracked: 24, active: 3, ...change }
}

describe('the live line', () => {
  test.each<[string, Partial<PollStatus>, string]>([
    [
      'a check to come',
      { nextCheckAt: now + 7_200 },
      '24 suivies, 3 actives, prochaine vérification dans 8 s',
    ],
    ['a check that is due', { nextCheckAt: now }, '24 suivies, 3 actives, vérification en cours'],
    ['a check overdue', { nextCheckAt: now - 5 }, '24 suivies, 3 actives, vérification en cours'],
    [
      'a check under way',
      { nextCheckAt: now + 5, inFlight: 1 },
      '24 suivies, 3 actives, vérification en cours',
    ],
    ['no check to come', {}, '24 suivies, 3 actives'],
    ['one rental', { tracked: 1, active: 1 }, '1 suivie, 1 active'],
    [
      'no active rental',
      { active: 0, nextCheckAt: now + 90_000 },
      '24 suivies, prochaine vérification dans 2 min',
    ],
    [
      'more than the budget allows',
      { tracked: 1_200, active: 300, slowedInterval: 150_000, nextCheckAt: now },
      '1 200 suivies, 300 locations actives, une vérification toutes les 3 min',
    ],
    ['nothing left to check', { phase: 'idle', active: 0 }, '24 suivies, tout est terminé'],
    ['failures', { phase: 'idle', active: 0, failed: 8 }, '24 suivies, tout est terminé, 8 à voir'],
    ['nothing followed', { phase: 'idle', tracked: 0, active: 0 }, 'aucune location suivie'],
    ['a pause', { phase: 'paused' }, '24 suivies, 3 actives, aucune vérification avant la reprise'],
    [
      'a refused account that is tried again',
      { phase: 'blocked', nextCheckAt: now + 240_000 },
      '24 suivies, 3 actives, le compte refuse les vérifications, nouvel essai dans 4 min',
    ],
    [
      'no key',
      { phase: 'blocked', code: 1, nextCheckAt: now + 240_000 },
      '24 suivies, 3 actives, il manque la clé API, nouvel essai dans 4 min',
    ],
    ['a refused account', { phase: 'blocked' }, '24 suivies, 3 actives, le compte refuse les vérifications'],
    [
      'a server that slows',
      { phase: 'slowed', until: now + 30_000 },
      '24 suivies, 3 actives, le serveur demande d’attendre 30 s',
    ],
    [
      'a server that slowed',
      { phase: 'slowed', until: now - 1 },
      '24 suivies, 3 actives, le serveur demande d’attendre 1 s',
    ],
    [
      'a lost connection',
      { phase: 'lost', lastReplyAt: now - 120_000 },
      '24 suivies, 3 actives, dernière réponse il y a 2 min, nouvel essai toutes les 4 s',
    ],
    [
      'a login in the way',
      { phase: 'signed-out', lastReplyAt: now - 120_000 },
      '24 suivies, 3 actives, dernière réponse il y a 2 min, nouvel essai toutes les 4 s',
    ],
    [
      'a connection that never was',
      { phase: 'lost' },
      '24 suivies, 3 actives, aucune réponse reçue, nouvel essai toutes les 4 s',
    ],
  ])('with %s', (_, change, expected) => {
    expect(withPlainSpaces(formatPollStatus(statusWith(change), now, french))).toBe(expected)
  })

  test('speaks English', () => {
    const words = formatPollStatus(statusWith({ nextCheckAt: now + 8_000 }), now, english)
    expect(withPlainSpaces(words)).toBe('24 followed, 3 active, next check in 8 sec')
  })
})
