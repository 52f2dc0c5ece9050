import type { Summary } from './summary.ts'

/** Rentals that follow each other in the list; the same array until one of them changes. */
export type Run = readonly Summary[]

/**
 * Every followed rental, in the order of the list. It stays as it is: a change makes another one, which shares all
 * runs but those of the rentals that changed, so that what was worked out of a run need not be worked out again.
 */
export type Summaries = {
  readonly runs: readonly Run[]
  /** Where each token stands in the list; the same map until the list changes. */
  readonly places: ReadonlyMap<string, number>
  readonly size: number
  get(token: string): Summary | undefined
}

/** Rentals in a run: about the square root of 5,000, so that there are as few runs as rentals in one. */
const RUN = 64

/** The rentals of a list, in its order. */
export function summariesOf(list: readonly Summary[]): Summaries {
  const places = new Map(list.map(({ token }, place) => [token, place]))
  const starts = Array.from({ length: Math.ceil(list.length / RUN) }, (_, index) => index * RUN)
  return assemble(
    starts.map(start => list.slice(start, start + RUN)),
    places,
  )
}

/** The same list with other summaries for some of its rentals. */
export function withChanged({ runs, places }: Summaries, changed: Iterable<Summary>): Summaries {
  const next = [...runs]
  for (const summary of changed) {
    const place = places.get(summary.token)
    if (place === undefined) continue
    const index = Math.floor(place / RUN)
    next[index] = next[index]?.with(place % RUN, summary) ?? []
  }
  return assemble(next, places)
}

/** The rentals of `after` that are new or other than in `before`. */
export function changedSince(before: Summaries, after: Summaries): readonly Summary[] {
  const isSameOrder = before.places === after.places
  const runs = isSameOrder ? after.runs.filter((run, index) => run !== before.runs[index]) : after.runs
  return runs.flat().filter(summary => summary !== before.get(summary.token))
}

function assemble(runs: readonly Run[], places: ReadonlyMap<string, number>): Summaries {
  return {
    runs,
    places,
    size: places.size,
    get(token) {
      const place = places.get(token)
      return place === undefined ? undefined : runs[Math.floor(place / RUN)]?.[place % RUN]
    },
  }
}
