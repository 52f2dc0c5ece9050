import type { Rental } from '../api/rental.ts'
import { detailLines, locationCodes } from './coverage.ts'

export type DepartmentVolumes = {
  /** Contacts wanted; absent when no place says. */
  wanted?: number
  /** Contacts available; absent when no place says. */
  available?: number
  /** Contacts missing, place by place. */
  shortfall: number
  rentals: number
}

/** The department of a postcode or department code; undefined while it is not known. */
export type DepartmentOf = (code: string) => string | undefined

/** A place whose department is not known counts nowhere. */
export function byDepartment(
  rentals: Iterable<Rental>,
  departmentOf: DepartmentOf,
): ReadonlyMap<string, DepartmentVolumes> {
  const sums = new Map<string, DepartmentVolumes>()
  for (const rental of rentals) {
    for (const code of new Set(locationCodes(rental).flatMap(code => departmentOf(code) ?? []))) {
      const before = sums.get(code) ?? { shortfall: 0, rentals: 0 }
      sums.set(code, { ...before, rentals: before.rentals + 1 })
    }
    for (const { location, wanted, available } of detailLines(rental.places)) {
      const code = location === undefined ? undefined : departmentOf(location)
      const sum = code === undefined ? undefined : sums.get(code)
      if (code === undefined || sum === undefined) continue
      const missing = wanted === undefined || available === undefined ? 0 : Math.max(0, wanted - available)
      sums.set(code, {
        ...sum,
        ...(wanted !== undefined && { wanted: (sum.wanted ?? 0) + wanted }),
        ...(available !== undefined && { available: (sum.available ?? 0) + available }),
        shortfall: sum.shortfall + missing,
      })
    }
  }
  return sums
}

/** Outside the known departments: a place abroad, a CEDEX, an unknown code. */
export type Elsewhere = DepartmentVolumes & { readonly codes: readonly string[] }

/** Sums what {@link byDepartment} counts nowhere; undefined when it counts everything. */
export function elsewhere(rentals: Iterable<Rental>, departmentOf: DepartmentOf): Elsewhere | undefined {
  const codes = new Set<string>()
  const lost = [...rentals].flatMap(rental => {
    const unknown = locationCodes(rental).filter(code => departmentOf(code) === undefined)
    if (unknown.length === 0) return []
    for (const code of unknown) codes.add(code)
    const places = rental.places.filter(
      ({ location }) => location !== undefined && unknown.includes(location),
    )
    const none = { zipcodes: [], departments: [] }
    return [{ ...rental, places, targeting: { ...none, zipcodes: unknown } }]
  })
  const volumes = byDepartment(lost, () => OTHER_DEPARTMENT).get(OTHER_DEPARTMENT)
  return volumes && { ...volumes, codes: [...codes] }
}

/** `ample`: at least twice the contacts wanted; `tight`: fewer; `short`: too few. */
export type CoverageLevel = 'ample' | 'tight' | 'short' | 'unknown'

/** Short where any of the department's places is. */
export function coverageLevel({ wanted, available, shortfall }: DepartmentVolumes): CoverageLevel {
  if (shortfall > 0) return 'short'
  if (wanted === undefined || available === undefined) return 'unknown'
  return available >= 2 * wanted ? 'ample' : 'tight'
}

const OTHER_DEPARTMENT = ''
