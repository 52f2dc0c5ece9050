import { useSyncExternalStore } from 'react'

export function isWall(): boolean {
  return new URLSearchParams(location.search).get('view') === 'wall'
}

export function useIsWall(): boolean {
  return useSyncExternalStore(subscribe, isWall)
}

/** In full screen where the browser allows it: only after a press of the user. */
export function enterWall(): void {
  const query = new URLSearchParams(location.search)
  query.set('view', 'wall')
  history.pushState(null, '', `?${query}${location.hash}`)
  announce()
  if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined)
}

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

/** The browser reports steps through the history only, not entries that the page adds. */
function announce() {
  window.dispatchEvent(new PopStateEvent('popstate'))
}
