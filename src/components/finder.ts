import { createStore } from 'zustand/vanilla'
import type { foundTokens } from './found-tokens.ts'

/** How rentals are searched, once the code for it is there. */
export const finderStore = createStore<{ find: typeof foundTokens | undefined }>(() => ({ find: undefined }))

/** Loads the search; to be called as soon as one is likely. */
export function loadFinder(): void {
  if (finderStore.getState().find !== undefined) return
  import('./found-tokens.ts').then(
    ({ foundTokens }) => finderStore.setState({ find: foundTokens }),
    // What could not be loaded says so itself: `watchVersion` hears of it.
    () => undefined,
  )
}
