import { describe, expect, test } from 'vitest'
import { formatChange, formatChanges } from '../../../src/features/notifications/format-change.ts'
import { loadI18n } from '../../../src/i18n/i18n.ts'
import type { RentalState } from '../../../src/rentals/status.ts'
import type { StatusChange } from '../../../src/rentals/status-changes.ts'
import { withPlainSpaces } from '../../i18n/plain-spaces.ts'

const [fr, en] = await Promise.all([loadI18n('fr'), loadI18n('en')])

function changes(...states: readonly RentalState[]): StatusChange[] {
  return states.map((to, index) => ({ token: `rental-${index}`, from: 'requested', to, at: 0 }))
}

describe('the words of a change', () => {
  test.each<[RentalState, string, string]>([
    ['ready', 'Soldes d’été Lille : Prête', 'Soldes d’été Lille: Ready'],
    ['failed', 'Soldes d’été Lille : Échouée', 'Soldes d’été Lille: Failed'],
    ['not-found', 'Soldes d’été Lille : Introuvable', 'Soldes d’été Lille: Not found'],
  ])('are name and status: %s', (to, french, english) => {
    const change: StatusChange = { token: 'a', from: 'generating', to, at: 0 }
    expect(withPlainSpaces(formatChange(change, 'Soldes d’été Lille', fr))).toBe(french)
    expect(formatChange(change, 'Soldes d’été Lille', en)).toBe(english)
  })

  test.each<[readonly RentalState[], string, string]>([
    [['ready', 'ready', 'ready', 'ready', 'ready'], '5 locations sont prêtes', '5 rentals are ready'],
    [['ready'], '1 location est prête', '1 rental is ready'],
    [
      ['failed', 'ready', 'not-found', 'ready'],
      '2 locations sont prêtes, 1 location a échoué, 1 location est introuvable',
      '2 rentals are ready, 1 rental failed, 1 rental cannot be found',
    ],
  ])('count many by status: %s', (states, french, english) => {
    expect(withPlainSpaces(formatChanges(changes(...states), fr))).toBe(french)
    expect(formatChanges(changes(...states), en)).toBe(english)
  })
})
