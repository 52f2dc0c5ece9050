import { useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { viewStore } from './view-store.ts'

/** What the page is searched for: what is typed, once the letter itself is drawn. */
export function useQuery(): string {
  return useDeferredValue(useStore(viewStore, state => state.query))
}
