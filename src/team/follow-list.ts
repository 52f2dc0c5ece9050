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
      if (isUndecided) continue
      if (rental === undefined) {
        if (after) core.addNew(after)
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
    const shared = [...entries].filter(([token, { rental }]) => rental.tracked.value && !kept.has(token))
    const differs = ([token, { rental }]: (typeof shared)[number]) => {
      const own = ownRental(token)
      return own !== undefined && toTracked(rental, own, core.clockOffset()) !== own
    }
    // Another tab may have taken it in just now.
    tracked.reload(...shared.filter(differs).map(([token]) => storageKey(token)))
    for (const [token, { rental }] of shared.filter(differs)) {
      const own = ownRental(token)
      const edited = recordEdit(rental, toTracked(rental, own, core.clockOffset()), own, stamp())
      if (edited !== rental) put(edited, 'change')
    }
    apply(shared.map(([token]) => token))
  }

  catchUp()
  return { apply, ownRental, stop: tracked.state.subscribe(onTracked) }
}
