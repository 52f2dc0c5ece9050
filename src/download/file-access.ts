/** What a board needs to fetch files. */
export type FileAccess = {
  /** Whether the server lets files through; asked when a button depends on it. */
  readonly offered: () => Promise<boolean>
  /** In place of the browser's own, for the demonstration. */
  readonly fetch?: typeof globalThis.fetch
  /** Where it is marked which file is being fetched, for other tabs and for after a reload. */
  readonly storage: Storage | undefined
  /** The browser's locks; absent over plain http on a network. */
  readonly locks?: LockManager | undefined
}
