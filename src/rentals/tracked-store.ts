import { createStore, type StoreApi } from 'zustand/vanilla'
import { attempt } from '../lib/attempt.ts'
import { isNewer, TRACKED_VERSION } from '../storage.ts'
import { loadList } from './load-list.ts'
import {
  byOrderAdded,
  isStorageKey,
  parseTrackedRental,
  serialize,
  storageKey,
  type TrackedRental,
} from './tracked-rental.ts'

export type TrackedState = {
  readonly rentals: ReadonlyMap<string, TrackedRental>
  /** A change could not be saved (quota, storage blocked) and lives in this page only. */
  readonly saveFailed: boolean
  /** Entries that could not be read: kept in storage under another key. */
  readonly quarantined: number
  /** Entries of a later version of the page: kept in storage as they are. */
  readonly newer: number
}

export type NewRental = { token: string; name?: string | undefined; tags?: readonly string[] }

type RentalEdit = Partial<Pick<TrackedRental, 'name' | 'note' | 'tags' | 'archived'>>

export type TrackedStore = {
  readonly state: StoreApi<TrackedState>
  /** In their order; those already tracked stay as they are. */
  add: (rentals: readonly NewRental[]) => void
  edit: (token: string, change: RentalEdit) => void
  /** One write for all; returns the tracked ones as they were. */
  editAll: (
    tokens: readonly string[],
    change: (rental: TrackedRental) => RentalEdit,
  ) => readonly TrackedRental[]
  /** What it returns goes to `restore` to undo. */
  remove: (tokens: readonly string[]) => readonly TrackedRental[]
  restore: (rentals: readonly TrackedRental[]) => void
  /** Puts right when rentals were added while the wall clock was ahead. */
  moveTimes: (move: (at: number) => number) => void
  /** Retries what could not be saved. */
  saveAgain: () => void
  /** Loads what another tab did to one storage key; null stands for all of them. */
  reload: (key: string | null) => void
}

/**
 * One storage key for each token; without `storage` the list lives in the page only.
 * @param loaded the result of `loadListInSlices`
 */
export function createTrackedStore(
  storage: Storage | undefined,
  now: () => number,
  loaded = loadList(storage),
): TrackedStore {
  const state = createStore<TrackedState>(() => ({ ...loaded, saveFailed: storage === undefined }))

  /** Tokens of which the storage differs from the list. */
  const unsaved = new Set<string>()

  /** Changes the list, and writes these rentals along with those that could not be saved before. */
  function commit(change: (rentals: Map<string, TrackedRental>) => void, tokens: Iterable<string> = []) {
    const rentals = new Map(state.getState().rentals)
    change(rentals)
    for (const token of tokens) unsaved.add(token)
    for (const token of unsaved) if (attempt(() => write(token, rentals.get(token)))) unsaved.delete(token)
    state.setState({
      rentals: new Map([...rentals].sort(([, a], [, b]) => byOrderAdded(a, b))),
      saveFailed: storage === undefined || unsaved.size > 0,
    })
  }

  function write(token: string, rental: TrackedRental | undefined): boolean {
    if (isNewer(storage?.getItem(storageKey(token)), TRACKED_VERSION)) return false
    if (rental) storage?.setItem(storageKey(token), serialize(rental))
    else storage?.removeItem(storageKey(token))
    return true
  }

  function put(list: readonly TrackedRental[]) {
    commit(
      rentals => {
        for (const rental of list) rentals.set(rental.token, rental)
      },
      list.map(({ token }) => token),
    )
  }

  function editAll(tokens: readonly string[], change: (rental: TrackedRental) => RentalEdit) {
    const { rentals } = state.getState()
    const before = tokens.flatMap(token => rentals.get(token) ?? [])
    put(before.map(rental => ({ ...rental, ...change(rental) })))
    return before
  }

  return {
    state,
    restore: put,
    saveAgain: () => commit(() => undefined),
    moveTimes(move) {
      const rentals = [...state.getState().rentals.values()]
      const moved = rentals.map(rental => ({ ...rental, addedAt: move(rental.addedAt) }))
      put(moved.filter(({ addedAt }, index) => addedAt !== rentals[index]?.addedAt))
    },
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
      commit(
        left => {
          for (const token of tokens) left.delete(token)
        },
        removed.map(({ token }) => token),
      )
      return removed
    },
    reload(key) {
      if (storage === undefined || (key !== null && !isStorageKey(key))) return
      if (key === null) state.setState(loadList(storage))
      else attempt(() => commit(rentals => reloadEntry(storage, key, rentals)))
    },
  }
}

function reloadEntry(storage: Storage, key: string, rentals: Map<string, TrackedRental>) {
  const text = storage.getItem(key)
  const rental = text === null ? undefined : parseTrackedRental(key, text)
  if (rental !== undefined) rentals.set(rental.token, rental)
  else if (isNewer(text, TRACKED_VERSION)) return
  else for (const token of rentals.keys()) if (storageKey(token) === key) rentals.delete(token)
}
