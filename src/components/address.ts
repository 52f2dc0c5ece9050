import { useSyncExternalStore } from 'react'

const PREFIX = '#/location/'

/** The address of a rental's detail within the page. */
export function detailAddress(token: string): string {
  return PREFIX + encodeURIComponent(token)
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

function selectedToken(): string | undefined {
  if (!location.hash.startsWith(PREFIX)) return undefined
  try {
    return decodeURIComponent(location.hash.slice(PREFIX.length))
  } catch {
    return undefined
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
