import { addTags, tagsInUse } from './tags.ts'
import type { TrackedRental } from './tracked-rental.ts'
import type { NewRental } from './tracked-store.ts'

export type ImportDifference = { readonly from: TrackedRental; readonly to: TrackedRental }

/**
 * A name that came replaces the old one, tags are added; rentals that would not change are left out. `leftOut` is how
 * many tags found no room.
 */
export function diffImport(present: readonly NewRental[], rentals: ReadonlyMap<string, TrackedRental>) {
  const known = tagsInUse(rentals)
  let leftOut = 0
  const changes: readonly ImportDifference[] = present.flatMap(({ token, name, tags = [] }) => {
    const from = rentals.get(token)
    if (from === undefined) return []
    const added = addTags(from.tags, tags, known)
    leftOut += added.leftOut
    const to = { ...from, name: name ?? from.name, tags: added.tags }
    return to.name === from.name && to.tags.length === from.tags.length ? [] : { from, to }
  })
  return { changes, leftOut }
}
