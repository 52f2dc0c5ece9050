import { createStore } from 'zustand/vanilla'
import { attempt } from '../lib/attempt.ts'
import { entryToken, isNewer, TRACKED_PREFIX, TRACKED_VERSION } from '../storage.ts'
import { loadList } from './load-list.ts'
import {
  byOrderAdded,
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
  /** What was listed when another tab cleared the storage, until it is back. */
  readonly cleared: readonly TrackedRental[]
}

export type NewRental = {
  token: string
  name?: string | undefined
  tags?: readonly string[]
  /** How many tags came that found no room. */
  tagsLeftOut?: number
}

type RentalEdit = Partial<Pick<TrackedRental, 'name' | 'note' | 'tags' | 'archived'>>

export type TrackedStore = ReturnType<typeof createTrackedStore>

/**
 * One storage key for each token; without `storage` the list lives in the page only.
 * @param loaded the result of `loadListInSlices`
 */
export function createTrackedStore(
  storage: Storage | undefined,
  now: () => number,
  loaded = loadList(storage),
) {
  const state = createStore<TrackedState>(() => ({
    ...loaded,
    saveFailed: storage === undefined,
    cleared: [],
  }))

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
      cleared: state.getState().cleared.filter(({ token }) => !rentals.has(token)),
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

  function reloadAll(from: Storage) {
    const latest = loadList(from)
    const lost = [...state.getState().rentals.values()].filter(({ token }) => !latest.rentals.has(token))
    state.setState({ ...latest, ...(lost.length > 0 && { cleared: lost }) })
  }

  /** One write for all; returns the tracked ones as they were. */
  function editAll(
    tokens: readonly string[],
    change: (rental: TrackedRental) => RentalEdit,
  ): readonly TrackedRental[] {
    const { rentals } = state.getState()
    const before = tokens.flatMap(token => rentals.get(token) ?? [])
    put(before.map(rental => ({ ...rental, ...change(rental) })))
    return before
  }

  return {
    state,
    restore: put,
    editAll,
    /** Retries what could not be saved. */
    saveAgain() {
      commit(() => undefined)
    },
    /** Puts right when rentals were added while the wall clock was ahead. */
    moveTimes(move: (at: number) => number) {
      const rentals = [...state.getState().rentals.values()]
      const moved = rentals.map(rental => ({ ...rental, addedAt: move(rental.addedAt) }))
      put(moved.filter(({ addedAt }, index) => addedAt !== rentals[index]?.addedAt))
    },
    /** In their order; those already tracked stay as they are. */
    add(list: readonly NewRental[]) {
      const { rentals } = state.getState()
      const addedAt = now()
      const fresh = new Map<string, TrackedRental>()
      for (const { token, name, tags = [] } of list) {
        if (rentals.has(token) || fresh.has(token)) continue
        fresh.set(token, { token, name, tags, addedAt, place: fresh.size })
      }
      put([...fresh.values()])
    },
    edit(token: string, change: RentalEdit) {
      editAll([token], () => change)
    },
    /** What it returns goes to `restore` to undo. */
    remove(tokens: readonly string[]): readonly TrackedRental[] {
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
    /** Loads what another tab did to these storage keys; null stands for all of them. */
    reload(...keys: readonly (string | null)[]) {
      if (storage === undefined) return
      if (keys.includes(null)) reloadAll(storage)
      const own = keys.flatMap(key => entryToken(TRACKED_PREFIX, key) ?? [])
      if (own.length > 0) attempt(() => commit(rentals => reloadEntries(storage, own, rentals)))
    },
  }
}

function reloadEntries(storage: Storage, tokens: readonly string[], rentals: Map<string, TrackedRental>) {
  for (const token of tokens) {
    const text = storage.getItem(storageKey(token))
    const rental = text === null ? undefined : parseTrackedRental(storageKey(token), text)
    if (rental !== undefined) rentals.set(token, rental)
    else if (!isNewer(text, TRACKED_VERSION)) rentals.delete(token)
  }
}
