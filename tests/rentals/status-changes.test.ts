import { describe, expect, test } from 'vitest'
import { type RentalState, rentalStates } from '../../src/rentals/status.ts'
import { activeNotifications, isNotable, type StatusChange } from '../../src/rentals/status-changes.ts'

function change(token: string, to: RentalState, from: RentalState = 'generating', at = 0): StatusChange {
  return { token, from, to, at }
}

describe('a change', () => {
  test('is news when a rental becomes ready, fails or is lost', () => {
    expect(rentalStates.filter(to => isNotable({ to }))).toEqual(['ready', 'failed', 'not-found'])
  })
})

describe('standing news', () => {
  test.each<[string, StatusChange[], StatusChange[], StatusChange[]]>([
    ['take in what is news', [], [change('a', 'ready'), change('b', 'downloaded')], [change('a', 'ready')]],
    [
      'keep their order',
      [change('a', 'ready')],
      [change('b', 'failed')],
      [change('a', 'ready'), change('b', 'failed')],
    ],
    ['let go of what no longer holds', [change('a', 'ready')], [change('a', 'downloaded', 'ready')], []],
    [
      'tell the latest of a rental, last',
      [change('a', 'failed'), change('b', 'ready')],
      [change('a', 'ready', 'failed')],
      [change('b', 'ready'), change('a', 'ready', 'failed')],
    ],
  ])('%s', (_, standing, changes, expected) => {
    expect(activeNotifications(standing, changes)).toEqual(expected)
  })
})
