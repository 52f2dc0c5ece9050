import { createStore } from 'zustand/vanilla'

/** The rental whose file the user wants, while the dialog for it is open. */
export const downloadStore = createStore<{ token: string | undefined }>(() => ({ token: undefined }))

/** Opens the dialog, which asks before it fetches anything. */
export function askForFile(token: string): void {
  downloadStore.setState({ token })
}

/** Takes the dialog away. */
export function closeFile(): void {
  downloadStore.setState({ token: undefined })
}
