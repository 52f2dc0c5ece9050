import { shallow } from 'zustand/vanilla/shallow'
import type { Register, Stamp, TeamRental } from '../rentals/team-rental.ts'
import { MAX_TAGS, type TrackedRental } from '../rentals/tracked-rental.ts'

const fields = ['name', 'note', 'archived'] as const

export type SharedField = (typeof fields)[number] | 'care'

/** A value that wins over the one it replaces, however far ahead the clock was that wrote that. */
export function change<Value>(before: Stamp | undefined, value: Value, { at, by }: Stamp) {
  return { value, at: Math.max(at, (before?.at ?? 0) + 1), by }
}

/** A rental as it is first added to the team's list. `added.at` is what the server's clock said then. */
export function newTeamRental(own: TrackedRental, added: Stamp, stamp: Stamp): TeamRental {
  const { token, place } = own
  const unknown = { value: false, at: 0, by: '' }
  const bare: TeamRental = {
    v: 1,
    token,
    added: { ...added, place },
    tracked: unknown,
    tags: {},
    seen: {},
    fetched: [],
  }
  return recordEdit(bare, undefined, own, stamp)
}

/**
 * What a person changed in the list of this browser, put down in the team's rental; the same object where that says so
 * already. A rental that is added anew takes what the team still knows of it, but for what comes with it.
 */
export function recordEdit(
  rental: TeamRental,
  before: TrackedRental | undefined,
  after: TrackedRental | undefined,
  stamp: Stamp,
): TeamRental {
  const isTracked = after !== undefined
  const tracked =
    rental.tracked.value === isTracked ? rental.tracked : change(rental.tracked, isTracked, stamp)
  let edited = tracked === rental.tracked ? rental : { ...rental, tracked }
  if (after === undefined) return edited
  for (const field of fields) {
    const isChanged = before ? before[field] !== after[field] : after[field] !== undefined
    if (isChanged && edited[field]?.value !== after[field]) {
      edited = { ...edited, [field]: change(edited[field], after[field], stamp) }
    }
  }
  const gone = before?.tags.filter(tag => !after.tags.includes(tag)) ?? []
  const wanted = [...gone.map(tag => [tag, false] as const), ...after.tags.map(tag => [tag, true] as const)]
  const changed = wanted.filter(
    ([tag, value]) => !(before?.tags.includes(tag) === value) && isTagged(edited, tag) !== value,
  )
  if (changed.length === 0) return edited
  const tags = changed.map(([tag, value]) => [tag, change(edited.tags[tag], value, stamp)] as const)
  return { ...edited, tags: { ...edited.tags, ...Object.fromEntries(tags) } }
}

/** What this browser has said of a rental by itself, where the team says nothing. */
export function fillGaps(rental: TeamRental, own: TrackedRental, stamp: Stamp): TeamRental {
  const said = fields.filter(field => rental[field] !== undefined).map(field => [field, undefined])
  const tags = own.tags.filter(tag => !Object.hasOwn(rental.tags, tag))
  return recordEdit(rental, undefined, { ...own, ...Object.fromEntries(said), tags }, stamp)
}

/** The rental as the list of this browser has it; `own` itself where it says so already, undefined once it was removed. */
export function toTracked(
  rental: TeamRental,
  own: TrackedRental | undefined,
  clockOffset: number,
): TrackedRental | undefined {
  if (!rental.tracked.value) return undefined
  const { token, added, name, note, archived } = rental
  const given = Object.keys(rental.tags).filter(tag => isTagged(rental, tag))
  const old = own?.tags.filter(tag => given.includes(tag)) ?? []
  const tags = [...old, ...given.filter(tag => !old.includes(tag))].slice(0, MAX_TAGS)
  const values = { name: name?.value, note: note?.value, archived: archived?.value }
  if (own && fields.every(field => own[field] === values[field]) && shallow(own.tags, tags)) return own
  const begun = own ?? { token, addedAt: Math.max(0, added.at - clockOffset), place: added.place }
  return { ...begun, ...values, tags }
}

/** Fields in which somebody else's value took the place of one that `isOwn` wrote. */
export function overwritten(
  before: TeamRental,
  after: TeamRental,
  isOwn: (by: string) => boolean,
): readonly { field: SharedField; mine: Register<unknown>; theirs: Register<unknown> }[] {
  return ([...fields, 'care'] as const).flatMap(field => {
    const [mine, theirs] = [before[field], after[field]]
    const isLost = mine && theirs && isOwn(mine.by) && !isOwn(theirs.by) && mine.value !== theirs.value
    return isLost ? [{ field, mine, theirs }] : []
  })
}

function isTagged({ tags }: TeamRental, tag: string): boolean {
  return tags[tag]?.value ?? false
}
