import type { Rental } from '../api/rental.ts'
import { locationCodes } from './coverage.ts'

export type DepartmentVolumes = {
  /** Contacts wanted; absent when no place says. */
  wanted?: number
  /** Contacts available; absent when no place says. */
  available?: number
  /** Contacts missing, place by place. */
  shortfall: number
  rentals: number
}

/** Outside the known departments: a place abroad, a CEDEX, an unknown code. */
export type Elsewhere = DepartmentVolumes & { readonly codes: readonly string[] }

/** The department of a postcode or department code; undefined while it is not known. */
export type DepartmentOf = (code: string) => string | undefined

type Volumes = {
  readonly departments: ReadonlyMap<string, DepartmentVolumes>
  /** Undefined when every department is known. */
  readonly elsewhere: Elsewhere | undefined
}

/** A place without a code counts nowhere. */
export function byDepartment(rentals: Iterable<Rental>, departmentOf: DepartmentOf): Volumes {
  const sums = new Map<string | undefined, DepartmentVolumes>()
  const unknown = new Set<string>()
  const sumOf = (department: string | undefined) => sums.get(department) ?? { shortfall: 0, rentals: 0 }
  for (const rental of rentals) {
    const codes = locationCodes(rental)
    for (const code of codes) if (departmentOf(code) === undefined) unknown.add(code)
    for (const department of new Set(codes.map(departmentOf))) {
      const sum = sumOf(department)
      sums.set(department, { ...sum, rentals: sum.rentals + 1 })
    }
    for (const { location, wanted, available } of rental.places) {
      if (location === undefined) continue
      const sum = sumOf(departmentOf(location))
      const missing = wanted === undefined || available === undefined ? 0 : Math.max(0, wanted - available)
      sums.set(departmentOf(location), {
        ...sum,
        ...(wanted !== undefined && { wanted: (sum.wanted ?? 0) + wanted }),
        ...(available !== undefined && { available: (sum.available ?? 0) + available }),
        shortfall: sum.shortfall + missing,
      })
    }
  }
  const lost = sums.get(undefined)
  return {
    departments: new Map([...sums].flatMap(([code, sum]) => (code === undefined ? [] : [[code, sum]]))),
    elsewhere: lost && { ...lost, codes: [...unknown] },
  }
}

/** `ample`: at least twice the contacts wanted; `tight`: fewer; `short`: too few. */
export type CoverageLevel = 'ample' | 'tight' | 'short' | 'unknown'

/** Short where any of the department's places is. */
export function coverageLevel({ wanted, available, shortfall }: DepartmentVolumes): CoverageLevel {
  if (shortfall > 0) return 'short'
  if (wanted === undefined || available === undefined) return 'unknown'
  return available >= 2 * wanted ? 'ample' : 'tight'
}
