import { createStore } from 'zustand/vanilla'

export type DialogName = 'key' | 'settings' | 'export' | 'activity' | 'shortcuts'

/** Whose file the open dialog fetches, and whose detail it shows then; or whose files, in this order. */
type FileRequest =
  | { readonly token: string; readonly next: string | undefined }
  | { readonly tokens: readonly string[] }

type OpenDialog = {
  readonly name?: DialogName | undefined
  readonly files?: FileRequest | undefined
}

export type Dialogs = ReturnType<typeof createDialogs>

/** The dialog that stands over one board; a new one takes the place of the one before. */
export function createDialogs() {
  const state = createStore<OpenDialog>(() => ({}))
  return {
    state,
    open(name: DialogName) {
      state.setState({ name }, true)
    },
    /** Asks before it fetches anything. */
    askForFile(token: string, next?: string) {
      state.setState({ files: { token, next } }, true)
    },
    /** Asks once for those of them that are ready, which are then fetched one after the other. */
    askForFiles(tokens: readonly string[]) {
      state.setState({ files: { tokens } }, true)
    },
    close() {
      state.setState({}, true)
    },
  }
}
