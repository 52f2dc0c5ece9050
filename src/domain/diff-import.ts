import type { TrackedRental } from '../tokens/tracked-rental.ts'
import type { NewRental } from '../tokens/tracked-store.ts'
import { addTags, tagsInUse } from './tags.ts'

/** A followed rental as it is, and as it would be with the name and the tags that came for it. */
export type ImportDifference = { readonly from: TrackedRental; readonly to: TrackedRental }

/**
 * What taking over rentals that are followed already would change: a name that came replaces theirs, tags that
 * came are added to theirs. Those that would stay as they are are left out.
 */
export function diffImport(
  present: readonly NewRental[],
  rentals: ReadonlyMap<string, TrackedRental>,
): readonly ImportDifference[] {
  const known = tagsInUse(rentals.values())
  return present.flatMap(({ token, name, tags = [] }) => {
    const from = rentals.get(token)
    if (from === undefined) return []
    const to = { ...from, name: name ?? from.name, tags: addTags(from.tags, tags, known) }
    return to.name === from.name && to.tags.length === from.tags.length ? [] : { from, to }
  })
}
