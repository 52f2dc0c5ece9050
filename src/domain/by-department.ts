import type { Rental } from '../api/rental.ts'
import { detailLines, locationCodes } from './coverage.ts'

/** The contacts of one department, over all places and rentals counted. */
export type DepartmentVolumes = {
  /** Contacts wanted; absent when no place says. */
  wanted?: number
  /** Contacts available; absent when no place says. */
  available?: number
  /** Contacts missing, place by place. */
  shortfall: number
  /** Rentals that target it. */
  rentals: number
}

/** Finds the department of a postcode or department code; undefined while it is not known. */
export type DepartmentOf = (code: string) => string | undefined

/** Sums the volumes of the rentals by department; a place whose department is not known counts nowhere. */
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

/** What targets no department that is known: a place abroad, a CEDEX, a code that nobody knows. */
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

/** How well a department is covered: twice the contacts wanted or more, fewer, too few, or nobody says. */
export type CoverageLevel = 'ample' | 'tight' | 'short' | 'unknown'

/** The level of a department's coverage; it is short where any of its places is. */
export function coverageLevel({ wanted, available, shortfall }: DepartmentVolumes): CoverageLevel {
  if (shortfall > 0) return 'short'
  if (wanted === undefined || available === undefined) return 'unknown'
  return available >= 2 * wanted ? 'ample' : 'tight'
}

const OTHER_DEPARTMENT = ''
