import { boardAddress, detailAddress } from '../../board/routes.ts'
import { tileOf, type View } from '../../board/view.ts'
import type { StatusChange } from '../../rentals/status-changes.ts'

/** Shows the detail of one rental, or for several the list filtered by their statuses. */
export function seeChanges(changes: readonly StatusChange[], view: View): void {
  const [first, ...others] = changes
  if (first === undefined) return
  location.hash = others.length === 0 ? detailAddress(first.token) : boardAddress
  if (others.length > 0) view.showOnly(changes.map(({ to }) => tileOf(to)))
}
