import { createStore } from 'zustand/vanilla'

export type DialogName = 'key' | 'settings' | 'export' | 'activity' | 'shortcuts'

type OpenDialog = {
  readonly name?: DialogName | undefined
  /** The rental whose file the open dialog fetches. */
  readonly fileOf?: string | undefined
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
    askForFile(token: string) {
      state.setState({ fileOf: token }, true)
    },
    close() {
      state.setState({}, true)
    },
  }
}
