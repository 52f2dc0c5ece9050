import type { Place, Rental } from '../api/rental.ts'
import { memoizeWeak } from '../lib/memoize.ts'

export type Coverage = {
  wanted?: number | undefined
  available?: number | undefined
  /** Contacts missing, place by place: a surplus in one place fills no gap in another. */
  shortfall: number
}

/** Those of its localisation, or else those it was targeted at, each once. */
export const locationCodes = memoizeWeak(
  ({ places, targeting }: Pick<Rental, 'places' | 'targeting'>): readonly string[] => {
    const lines = places.flatMap(({ location }) => location ?? [])
    return [...new Set(lines.length > 0 ? lines : [...targeting.zipcodes, ...targeting.departments])]
  },
)

/** A volume that no place gives stays undefined. */
export function coverage(places: readonly Place[]): Coverage {
  const sums: Coverage = { shortfall: 0 }
  for (const { wanted, available } of places) {
    if (wanted !== undefined) sums.wanted = wanted + (sums.wanted ?? 0)
    if (available !== undefined) sums.available = available + (sums.available ?? 0)
    if (wanted !== undefined && available !== undefined) sums.shortfall += Math.max(0, wanted - available)
  }
  return sums
}
