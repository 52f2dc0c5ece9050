import { createStore } from 'zustand/vanilla'

type DialogName = 'key' | 'settings' | 'export' | 'activity' | 'shortcuts'

/** The dialog that stands over the board, if any. */
export const dialogStore = createStore<{ open: DialogName | undefined }>(() => ({ open: undefined }))

/** Puts a dialog over the board, in place of the one that may be there. */
export function openDialog(open: DialogName): void {
  dialogStore.setState({ open })
}

/** Takes the dialog away. */
export function closeDialog(): void {
  dialogStore.setState({ open: undefined })
}
