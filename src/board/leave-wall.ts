import { announce, ENTERED_WALL } from './routes.ts'

/** Steps back over the entry that `enterWall` added: «back» would lead from the board to the same board. */
export function leaveWall(): void {
  const isEntered = history.state === ENTERED_WALL
  const query = new URLSearchParams(location.search)
  query.delete('view')
  const search = query.size > 0 ? `?${query}` : location.pathname
  history.replaceState(null, '', search + location.hash)
  announce()
  if (isEntered) history.back()
}
