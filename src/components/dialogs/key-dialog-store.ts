import { createStore } from 'zustand/vanilla'

/** Whether the key is being asked for. */
export const keyDialog = createStore(() => ({ open: false }))

/** Asks for the key. */
export function openKeyDialog(): void {
  keyDialog.setState({ open: true })
}

/** Stops asking for the key. */
export function closeKeyDialog(): void {
  keyDialog.setState({ open: false })
}
