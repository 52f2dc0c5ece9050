import { goToBoard } from '../../board/leave-wall.ts'
import { boardAddress, detailAddress } from '../../board/routes.ts'
import type { View } from '../../board/view.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { rentalStates, tileOf } from '../../rentals/status.ts'
import type { StatusChange } from '../../rentals/status-changes.ts'
import { countStates } from '../../rentals/totals.ts'
import { notificationsWords } from './words.ts'

/** «Soldes d’été Lille : Prête». */
export function formatChange({ to }: StatusChange, name: string, { t, language }: I18n): string {
  return laterWords[language].announce(name, t.states[to])
}

/** «3 locations sont prêtes, 2 locations ont échoué». */
export function formatChanges(changes: readonly StatusChange[], { language }: I18n): string {
  const { many } = notificationsWords[language]
  const counts = countStates(changes.map(({ to }) => ({ state: to })))
  return rentalStates
    .filter(state => counts[state] > 0)
    .map(state => many[state](counts[state]))
    .join(', ')
}

/** Shows the detail of one rental, or for several the list filtered by their statuses. */
export function seeChanges(changes: readonly StatusChange[], view: View): void {
  const [first, ...others] = changes
  if (first === undefined) return
  goToBoard(others.length === 0 ? detailAddress(first.token) : boardAddress)
  if (others.length > 0) view.showOnly(changes.map(({ to }) => tileOf(to)))
}
