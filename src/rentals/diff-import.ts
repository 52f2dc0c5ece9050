import { addTags, tagsInUse } from './tags.ts'
import type { TrackedRental } from './tracked-rental.ts'
import type { NewRental } from './tracked-store.ts'

export type ImportDifference = { readonly from: TrackedRental; readonly to: TrackedRental }

/** A name that came replaces the old one, tags are added; rentals that would not change are left out. */
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
