import { useSyncExternalStore } from 'react'

const RENTAL_HASH_PREFIX = '#/location/'

/** The address of a rental's detail within the page. */
export function detailAddress(token: string): string {
  return RENTAL_HASH_PREFIX + encodeURIComponent(token)
}

/** The address of the page without any detail. */
export const boardAddress = '#/'

/** The ways to look at the rentals, and the address of each. */
export const viewAddresses = { list: boardAddress, map: '#/map', costs: '#/costs' } as const

export type ViewName = keyof typeof viewAddresses

/** The view that the address asks for; the list stands for everything else. */
export function useView(): ViewName {
  return useSyncExternalStore(subscribe, () => {
    if (location.hash === viewAddresses.map) return 'map'
    return location.hash === viewAddresses.costs ? 'costs' : 'list'
  })
}

/** The token whose detail the address asks for. */
export function useSelectedToken(): string | undefined {
  return useSyncExternalStore(subscribe, selectedToken)
}

const SHARE_HASH_PREFIX = '#/partage/'

/** The whole address that brings the board and `part`, which carries rentals (`writeShare`). */
export function shareAddress(part: string): string {
  return location.origin + location.pathname + SHARE_HASH_PREFIX + part
}

/** The part of the address that carries rentals from elsewhere; undefined when it is another address. */
export function sharedPart(): string | undefined {
  return location.hash.startsWith(SHARE_HASH_PREFIX)
    ? location.hash.slice(SHARE_HASH_PREFIX.length)
    : undefined
}

/** The rentals that the address carries, still packed. */
export function useSharedPart(): string | undefined {
  return useSyncExternalStore(subscribe, sharedPart)
}

/** Goes to the board in place of the present address: the way back does not lead there again. */
export function leaveShared(): void {
  location.replace(boardAddress)
}

function selectedToken(): string | undefined {
  if (!location.hash.startsWith(RENTAL_HASH_PREFIX)) return undefined
  try {
    return decodeURIComponent(location.hash.slice(RENTAL_HASH_PREFIX.length))
  } catch {
    return undefined
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
