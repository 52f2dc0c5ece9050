import { useSyncExternalStore } from 'react'

/** Whether nobody can see the page: its tab is in the background, or its window is minimised. */
export function usePageHidden(): boolean {
  return useSyncExternalStore(subscribe, isHidden)
}

function isHidden(): boolean {
  return document.hidden
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
