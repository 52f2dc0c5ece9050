import { createStore } from 'zustand/vanilla'

/** The rental whose download dialog is open. */
export const downloadStore = createStore<{ token: string | undefined }>(() => ({ token: undefined }))

/** Opens the dialog, which asks before it fetches anything. */
export function askForFile(token: string): void {
  downloadStore.setState({ token })
}

export function closeFile(): void {
  downloadStore.setState({ token: undefined })
}
