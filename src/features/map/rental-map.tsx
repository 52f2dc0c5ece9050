import { useMemo } from 'react'
import type { Rental } from '../../api/rental.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { usePlaces } from '../../places/use-places.ts'
import { byDepartment, type CoverageLevel, coverageLevel } from '../../rentals/by-department.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { departmentFacts } from './format-department.ts'
import { FranceMap } from './france-map.tsx'
import { coverageColours, MapLegend } from './map-legend.tsx'
import { mapWords } from './words.ts'

/** With more departments than these the map needs room: it stands above the table, not beside it. */
const MAX_SMALL_MAP_DEPARTMENTS = 3

const levels: readonly CoverageLevel[] = ['short', 'tight', 'ample', 'unknown']

/** The departments coloured by whether there are enough contacts; the table says the same. */
export function RentalMap({ rental }: { rental: Rental }) {
  const text = useI18n()
  const w = useWords(mapWords)
  const places = usePlaces(locationCodes(rental))
  const { departments: volumes } = useMemo(
    () => byDepartment([rental], places.departmentOf),
    [rental, places],
  )
  if (volumes.size === 0) return null
  const level = new Map([...volumes].map(([code, volume]) => [code, coverageLevel(volume)]))
  const fills = new Map([...level].map(([code, name]) => [code, coverageColours[name]]))
  const found = new Set(level.values())
  const isSmall = volumes.size <= MAX_SMALL_MAP_DEPARTMENTS
  return (
    <figure data-size={isSmall ? 'small' : 'large'} className="contents">
      <div className="mx-auto w-full max-w-56">
        <FranceMap
          label={w.label}
          fills={fills}
          factsOf={code => departmentFacts(code, volumes.get(code), text, places)}
        />
      </div>
      <figcaption className="order-last col-span-full">
        <MapLegend
          title={w.coverage}
          entries={levels
            .filter(name => found.has(name))
            .map(name => ({ words: w.levels[name], fill: coverageColours[name] }))}
        />
      </figcaption>
    </figure>
  )
}
