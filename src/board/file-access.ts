export type FileAccess = {
  /** Whether the server allows files; asked when a button depends on it. */
  readonly offered: () => Promise<boolean>
  /** In place of the browser's own, for the demonstration. */
  readonly fetch?: typeof globalThis.fetch
  /** Holds which files are being fetched, for other tabs and for after a reload. */
  readonly storage: Storage | undefined
  /** The browser's locks; absent over plain http on a network. */
  readonly locks?: LockManager | undefined
}
