import type { StatusChange } from '../domain/status-changes.ts'
import { boardAddress, detailAddress } from './routes.ts'
import { showOnly, tileOf } from './view-store.ts'

/** Shows what changed: the detail of one rental, or of several the list of those that stand like them. */
export function seeChanges(changes: readonly StatusChange[]): void {
  const [first, ...others] = changes
  if (first === undefined) return
  location.hash = others.length === 0 ? detailAddress(first.token) : boardAddress
  if (others.length > 0) showOnly(changes.map(({ to }) => tileOf(to)))
}
