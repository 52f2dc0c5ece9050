import { useSyncExternalStore } from 'react'
import { attempt } from '../lib/attempt.ts'

const RENTAL_HASH_PREFIX = '#/location/'

export function detailAddress(token: string): string {
  return RENTAL_HASH_PREFIX + encodeURIComponent(token)
}

export const boardAddress = '#/'

export const viewAddresses = { list: boardAddress, map: '#/map', costs: '#/costs' } as const

export type ViewName = keyof typeof viewAddresses

/** The costs only where they show: the wall, whose address may name them, counts as the list. */
export function useView(): ViewName {
  return useSyncExternalStore(subscribe, () => {
    if (location.hash === viewAddresses.map) return 'map'
    return location.hash === viewAddresses.costs && !isWall() ? 'costs' : 'list'
  })
}

export function useSelectedToken(): string | undefined {
  return useSyncExternalStore(subscribe, selectedToken)
}

const SHARE_HASH_PREFIX = '#/partage/'
/** Also as programs on the way of a link may write it. */
const SHARE_HASH = /^#(?:\/|%2f)partage(?:\/|%2f)/i

/** `part` carries rentals (`writeShare`). */
export function shareAddress(part: string): string {
  return location.origin + location.pathname + SHARE_HASH_PREFIX + part
}

/** Rentals that the address carries (`parseShare`). */
export function sharedPart(): string | undefined {
  const part = location.hash.replace(SHARE_HASH, '')
  return part === location.hash ? undefined : part
}

export function useSharedPart(): string | undefined {
  return useSyncExternalStore(subscribe, sharedPart)
}

/** Replaces the history entry: the back button does not lead to the import again. */
export function leaveShared(): void {
  location.replace(boardAddress)
}

function selectedToken(): string | undefined {
  if (!location.hash.startsWith(RENTAL_HASH_PREFIX)) return undefined
  return attempt(() => decodeURIComponent(location.hash.slice(RENTAL_HASH_PREFIX.length)))
}

/** Every step of the history, also one that changes the query beside the hash, which `hashchange` does not report. */
function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}

export function isWall(): boolean {
  return new URLSearchParams(location.search).get('view') === 'wall'
}

export function useIsWall(): boolean {
  return useSyncExternalStore(subscribe, isWall)
}

/** The state of the history entry that `enterWall` adds. */
export const ENTERED_WALL = 'wall'

/** In full screen where the browser allows it: only after a press of the user. */
export function enterWall(): void {
  const query = new URLSearchParams(location.search)
  query.set('view', 'wall')
  history.pushState(ENTERED_WALL, '', `?${query}${location.hash}`)
  announce()
  if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined)
}

/** The browser reports steps through the history only, not entries that the page adds. */
export function announce() {
  window.dispatchEvent(new PopStateEvent('popstate'))
}
