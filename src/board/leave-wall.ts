import { announce, ENTERED_WALL, isWall } from './routes.ts'

/** Steps back over the entry that `enterWall` added: «back» would lead from the board to the same board. */
export function leaveWall(): void {
  const isEntered = history.state === ENTERED_WALL
  history.replaceState(null, '', searchOfBoard() + location.hash)
  announce()
  if (isEntered) history.back()
}

/** Leads to a part of the board, also from the wall, which shows none of them. */
export function goToBoard(hash: string): void {
  if (!isWall()) {
    location.hash = hash
    return
  }
  history.pushState(null, '', searchOfBoard() + hash)
  announce()
}

function searchOfBoard(): string {
  const query = new URLSearchParams(location.search)
  query.delete('view')
  return query.size > 0 ? `?${query}` : location.pathname
}
