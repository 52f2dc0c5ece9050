import { createStore } from 'zustand/vanilla'
import type { searchFor } from './search-for.ts'

/** How rentals are searched, once the code for it is there. */
export const finderStore = createStore<{ find: typeof searchFor | undefined }>(() => ({ find: undefined }))

/** Loads the search; to be called as soon as one is likely. */
export function loadFinder(): void {
  if (finderStore.getState().find !== undefined) return
  import('./search-for.ts').then(
    ({ searchFor }) => finderStore.setState({ find: searchFor }),
    // What could not be loaded says so itself: `watchVersion` hears of it.
    () => undefined,
  )
}
