import type { Place, Rental } from '../api/rental.ts'

export type Coverage = {
  wanted?: number | undefined
  available?: number | undefined
  /** Contacts missing, place by place: a surplus in one place fills no gap in another. */
  shortfall: number
}

/** Those of its localisation, or else those it was targeted at. */
export function locationCodes({
  places,
  targeting,
}: Pick<Rental, 'places' | 'targeting'>): readonly string[] {
  const lines = places.flatMap(({ location }) => location ?? [])
  return lines.length > 0 ? lines : [...targeting.zipcodes, ...targeting.departments]
}

/** A volume that no place gives stays undefined. */
export function coverage(places: readonly Place[]): Coverage {
  return {
    wanted: sum(places, 'wanted'),
    available: sum(places, 'available'),
    shortfall: shortfallOf(places),
  }
}

function sum(places: readonly Place[], key: 'wanted' | 'available'): number | undefined {
  return places.reduce<number | undefined>(
    (total, place) => (place[key] === undefined ? total : (total ?? 0) + place[key]),
    undefined,
  )
}

function shortfallOf(places: readonly Place[]): number {
  return places.reduce((missing, { wanted, available }) => {
    return wanted === undefined || available === undefined
      ? missing
      : missing + Math.max(0, wanted - available)
  }, 0)
}
