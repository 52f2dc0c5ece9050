import { storageKey, type TrackedRental } from '../rentals/tracked-rental.ts'
import type { TrackedState, TrackedStore } from '../rentals/tracked-store.ts'
import { isShareable, type TeamCore } from './team-core.ts'
import { recordEdit, toTracked } from './team-edits.ts'

/**
 * Follows the list of this browser: what a person changes in it is put down for the team, and `apply` brings it to what
 * the team says.
 */
export function followList(core: TeamCore, tracked: TrackedStore) {
  const { replica, put, stamp } = core
  const { entries, kept } = replica
  /** Taken off the list before anybody said whether the team is to have them: they come back as they were. */
  const undecided = new Set<string>()
  const ownRental = (token: string) => tracked.state.getState().rentals.get(token)

  function apply(tokens: Iterable<string>) {
    const changed: TrackedRental[] = []
    const gone: string[] = []
    for (const token of tokens) {
      const entry = entries.get(token)
      if (entry === undefined || kept.has(token)) continue
      core.showSights(token)
      const own = ownRental(token)
      const next = toTracked(entry.rental, own, core.clockOffset())
      if (next === undefined) gone.push(token)
      else if (next !== own) changed.push(next)
    }
    if (changed.length > 0) tracked.restore(changed)
    if (gone.some(ownRental)) tracked.remove(gone)
  }

  /** Another tab, or `apply`, may have made the change: then the team's rental says so already. */
  function onTracked(list: TrackedState, old: TrackedState) {
    if (list.rentals === old.rentals) return
    const cleared = new Set(list.cleared.map(({ token }) => token))
    const back: string[] = []
    for (const token of new Set([...old.rentals.keys(), ...list.rentals.keys()])) {
      const [before, after] = [old.rentals.get(token), list.rentals.get(token)]
      if (before === after || kept.has(token) || !isShareable(token)) continue
      const rental = entries.get(token)?.rental
      const isUndecided = before !== undefined && !rental?.tracked.value
      if (isUndecided && rental === undefined && after === undefined) undecided.add(token)
      if (isUndecided) continue
      if (rental === undefined) {
        if (after && !undecided.has(token)) core.addNew(after)
        continue
      }
      const isCleared = after === undefined && cleared.has(token)
      const edited = isCleared ? rental : recordEdit(rental, before, after, stamp())
      if (edited !== rental) put(edited, 'change')
      if (isCleared || before === undefined) back.push(token)
    }
    if (back.length > 0) queueMicrotask(() => apply(back))
  }

  /**
   * What was changed before this code was there. A rental that is missing was not removed for that: its entry may be
   * unreadable, or was never saved.
   */
  function catchUp() {
    /** The token with what the team says and what the list of this browser says, where that is something else. */
    const different = (token: string) => {
      const [own, rental] = [ownRental(token), entries.get(token)?.rental]
      if (own === undefined || !rental?.tracked.value || kept.has(token)) return []
      const shared = toTracked(rental, own, core.clockOffset())
      return shared === own ? [] : [{ token, rental, shared, own }]
    }
    const doubtful = [...entries.keys()].flatMap(different)
    // Another tab may have taken it in just now.
    for (const { token } of doubtful) replica.load(token)
    tracked.reload(...doubtful.map(({ token }) => storageKey(token)))
    for (const { token } of doubtful) {
      for (const { rental, shared, own } of different(token)) {
        put(recordEdit(rental, shared, own, stamp()), 'change')
      }
    }
    apply([...entries.keys()].filter(token => entries.get(token)?.rental.tracked.value))
  }

  catchUp()
  return { apply, ownRental, stop: tracked.state.subscribe(onTracked) }
}
