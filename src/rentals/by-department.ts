import type { Place, Rental } from '../api/rental.ts'
import { type Coverage, coverage, locationCodes } from './coverage.ts'

/** In contacts; what no place says is absent. */
export type DepartmentVolumes = Coverage & { rentals: number }

/** Outside the known departments: a place abroad, a CEDEX, an unknown code. */
export type Elsewhere = DepartmentVolumes & { readonly codes: readonly string[] }

/** The department of a postcode or department code; undefined while it is not known. */
export type DepartmentOf = (code: string) => string | undefined

/** A place without a code counts nowhere; `elsewhere` is undefined when every department is known. */
export function byDepartment(rentals: Iterable<Rental>, departmentOf: DepartmentOf) {
  const found = new Map<string | undefined, { places: Place[]; rentals: number }>()
  const unknown = new Set<string>()
  for (const rental of rentals) {
    const codes = locationCodes(rental)
    for (const code of codes) if (departmentOf(code) === undefined) unknown.add(code)
    for (const department of new Set(codes.map(departmentOf))) {
      const { places, rentals } = found.get(department) ?? { places: [], rentals: 0 }
      found.set(department, { places, rentals: rentals + 1 })
    }
    for (const place of rental.places) {
      if (place.location !== undefined) found.get(departmentOf(place.location))?.places.push(place)
    }
  }
  const departments = new Map<string, DepartmentVolumes>()
  let elsewhere: Elsewhere | undefined
  for (const [code, { places, rentals }] of found) {
    const volumes = { ...coverage(places), rentals }
    if (code === undefined) elsewhere = { ...volumes, codes: [...unknown] }
    else departments.set(code, volumes)
  }
  return { departments, elsewhere }
}

/** `ample`: at least twice the contacts wanted; `tight`: fewer; `short`: too few. */
export type CoverageLevel = 'ample' | 'tight' | 'short' | 'unknown'

/** Short where any of the department's places is. */
export function coverageLevel({ wanted, available, shortfall }: DepartmentVolumes): CoverageLevel {
  if (shortfall > 0) return 'short'
  if (wanted === undefined || available === undefined) return 'unknown'
  return available >= 2 * wanted ? 'ample' : 'tight'
}
