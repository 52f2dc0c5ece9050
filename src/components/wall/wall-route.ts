import { useSyncExternalStore } from 'react'

/** True when the address asks for the wall: `?view=wall`. */
export function isWall(): boolean {
  return new URLSearchParams(location.search).get('view') === 'wall'
}

/** Whether the page is a wall, also after the user went back and forth. */
export function useIsWall(): boolean {
  return useSyncExternalStore(subscribe, isWall)
}

/** Shows the wall, on the whole screen where the browser allows it; only a user's press may ask for that. */
export function enterWall(): void {
  const query = new URLSearchParams(location.search)
  query.set('view', 'wall')
  history.pushState(null, '', `?${query}${location.hash}`)
  announce()
  if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined)
}

/** Shows the board again, in the window it had. */
export function leaveWall(): void {
  const query = new URLSearchParams(location.search)
  query.delete('view')
  const search = query.size > 0 ? `?${query}` : location.pathname
  history.replaceState(null, '', search + location.hash)
  announce()
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}

/** The browser tells of steps through the history only, not of those that the page adds to it. */
function announce() {
  window.dispatchEvent(new PopStateEvent('popstate'))
}
