import { createStore, type StoreApi } from 'zustand/vanilla'
import { loadList } from './load-list.ts'
import {
  byAddition,
  deserialise,
  isStorageKey,
  serialise,
  storageKey,
  type TrackedRental,
} from './tracked-rental.ts'

export type TrackedState = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  /** True once a save failed (quota, storage blocked): the list then lives only in this page. */
  readonly saveFailed: boolean
  /** Entries that could not be read just now: kept in storage under another key, out of the list. */
  readonly setAside: number
}

export type NewRental = { token: string; name?: string | undefined; tags?: readonly string[] }

/** What the user says of a rental. */
type Said = { name?: string | undefined; tags?: readonly string[] }

export type TrackedStore = {
  readonly state: StoreApi<TrackedState>
  /** Follows the new ones, in their order; those already followed are left as they are. */
  add: (rentals: readonly NewRental[]) => void
  /** Changes what the user says of a rental. */
  edit: (token: string, change: Said) => void
  /** Changes what the user says of many rentals, in one go; returns those followed, as they were. */
  editAll: (tokens: readonly string[], change: (rental: TrackedRental) => Said) => readonly TrackedRental[]
  /** Stops following; what it returns goes to `restore` to undo. */
  remove: (tokens: readonly string[]) => readonly TrackedRental[]
  restore: (rentals: readonly TrackedRental[]) => void
  /** Takes over what another tab did to one storage key; null stands for all of them. */
  reload: (key: string | null) => void
}

/**
 * The list of followed rentals, kept in `storage` (absent: in the page only), one key per token.
 * @param loaded what was read from the storage before, by `loadListInTurns`
 */
export function createTrackedStore(
  storage: Storage | undefined,
  now: () => number,
  loaded = loadList(storage),
): TrackedStore {
  const state = createStore<TrackedState>(() => ({ ...loaded, saveFailed: storage === undefined }))

  function commit(change: (rentals: Map<string, TrackedRental>) => void) {
    const rentals = new Map(state.getState().rentals)
    change(rentals)
    state.setState({ rentals: new Map([...rentals].sort(([, a], [, b]) => byAddition(a, b))) })
  }

  function save(write: (storage: Storage) => void) {
    try {
      if (storage !== undefined) write(storage)
    } catch {
      state.setState({ saveFailed: true })
    }
  }

  function put(list: readonly TrackedRental[]) {
    for (const rental of list) save(to => to.setItem(storageKey(rental.token), serialise(rental)))
    commit(rentals => {
      for (const rental of list) rentals.set(rental.token, rental)
    })
  }

  function editAll(tokens: readonly string[], change: (rental: TrackedRental) => Said) {
    const { rentals } = state.getState()
    const before = tokens.flatMap(token => rentals.get(token) ?? [])
    put(before.map(rental => ({ ...rental, ...change(rental) })))
    return before
  }

  return {
    state,
    restore: put,
    editAll,
    add(list) {
      const { rentals } = state.getState()
      const addedAt = now()
      const fresh = new Map<string, TrackedRental>()
      for (const { token, name, tags = [] } of list) {
        if (rentals.has(token) || fresh.has(token)) continue
        fresh.set(token, { token, name, tags, addedAt, place: fresh.size })
      }
      put([...fresh.values()])
    },
    edit(token, change) {
      editAll([token], () => change)
    },
    remove(tokens) {
      const { rentals } = state.getState()
      const removed = tokens.flatMap(token => rentals.get(token) ?? [])
      for (const { token } of removed) save(from => from.removeItem(storageKey(token)))
      commit(left => {
        for (const { token } of removed) left.delete(token)
      })
      return removed
    },
    reload(key) {
      if (storage === undefined || (key !== null && !isStorageKey(key))) return
      if (key === null) state.setState(loadList(storage))
      else commit(rentals => reread(storage, key, rentals))
    },
  }
}

function reread(storage: Storage, key: string, rentals: Map<string, TrackedRental>) {
  const text = storage.getItem(key)
  const rental = text === null ? undefined : deserialise(key, text)
  if (rental !== undefined) rentals.set(rental.token, rental)
  else for (const token of rentals.keys()) if (storageKey(token) === key) rentals.delete(token)
}
