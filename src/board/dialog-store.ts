import { createStore } from 'zustand/vanilla'

type DialogName = 'key' | 'settings' | 'export' | 'activity' | 'shortcuts'

export const dialogStore = createStore<{ open: DialogName | undefined }>(() => ({ open: undefined }))

export function openDialog(open: DialogName): void {
  dialogStore.setState({ open })
}

export function closeDialog(): void {
  dialogStore.setState({ open: undefined })
}
