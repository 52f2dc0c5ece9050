import { countStates } from '../../domain/counts.ts'
import type { StatusChange } from '../../domain/status-changes.ts'
import type { FullText } from '../../i18n/full-text.ts'
import { rentalStates } from '../../rentals/status.ts'

/** One change: «Soldes d’été Lille : Prête». */
export function formatChange({ to }: StatusChange, name: string, { t }: FullText): string {
  return t.announce(name, t.states[to])
}

/** Many changes as one: «3 locations sont prêtes, 2 locations ont échoué». */
export function formatChanges(changes: readonly StatusChange[], { t }: FullText): string {
  const counts = countStates(changes.map(({ to }) => ({ state: to })))
  return rentalStates
    .filter(state => counts[state] > 0)
    .map(state => t.notice.many[state](counts[state]))
    .join(', ')
}
