import { useSyncExternalStore } from 'react'

const PREFIX = '#/location/'

/** The address of a rental's detail within the page. */
export function detailAddress(token: string): string {
  return PREFIX + encodeURIComponent(token)
}

/** The address of the page without any detail. */
export const boardAddress = '#/'

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
