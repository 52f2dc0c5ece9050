import type { Place, Rental } from '../api/rental.ts'

export type Coverage = {
  wanted?: number | undefined
  available?: number | undefined
  /** Contacts missing, place by place: a surplus in one place fills no gap in another. */
  shortfall: number
}

/** True for a line that names no place of its own but sums the others. */
export function isTotalLine({ type, location }: Place): boolean {
  return type?.toLowerCase() === 'total' && (location === undefined || /^total$/i.test(location))
}

/** Without the line that only sums the others, unless that is all there is. */
export function detailLines(places: readonly Place[]): readonly Place[] {
  const own = places.filter(place => !isTotalLine(place))
  return own.length > 0 ? own : places
}

/** Those of its localisation, or else those it was targeted at. */
export function locationCodes({
  places,
  targeting,
}: Pick<Rental, 'places' | 'targeting'>): readonly string[] {
  const lines = detailLines(places).flatMap(place => (isTotalLine(place) ? [] : (place.location ?? [])))
  return lines.length > 0 ? lines : [...targeting.zipcodes, ...targeting.departments]
}

/** A volume that no place gives stays undefined. */
export function coverage(places: readonly Place[]): Coverage {
  const own = detailLines(places)
  return { wanted: sum(own, 'wanted'), available: sum(own, 'available'), shortfall: shortfallOf(own) }
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
