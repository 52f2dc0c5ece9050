import { useState } from 'react'
import type { Rental } from '../../api/rental.ts'
import { byDepartment, type DepartmentVolumes } from '../../domain/by-department.ts'
import { placeCodes } from '../../domain/coverage.ts'
import { useText } from '../../i18n/text.ts'
import { type Fill, FranceMap } from '../map/france-map.tsx'
import { usePlaces } from '../use-places.ts'
import { departmentWords } from '../words/department-words.ts'

/** Where a rental's contacts are, the departments filled by whether there are enough; the table says the same. */
export function RentalMap({ rental }: { rental: Rental }) {
  const text = useText()
  const places = usePlaces(placeCodes(rental))
  const [pointed, setPointed] = useState<string>()
  const volumes = byDepartment([rental], places.departmentOf)
  const wordsOf = (code: string) => departmentWords(code, volumes.get(code), text, places)
  if (volumes.size === 0) return null
  return (
    <figure className="mb-3">
      <div className="mx-auto max-w-72">
        <FranceMap
          label={text.t.map.label}
          fillOf={code => fillOf(volumes.get(code))}
          nameOf={wordsOf}
          onPoint={setPointed}
        />
      </div>
      <figcaption className="min-h-5 text-center text-muted text-sm">
        {pointed === undefined
          ? [...volumes.keys()].map(code => places.departmentName(code)).join(', ')
          : wordsOf(pointed)}
      </figcaption>
    </figure>
  )
}

function fillOf(volumes: DepartmentVolumes | undefined): Fill | undefined {
  if (volumes === undefined) return undefined
  if (volumes.shortfall > 0) return { className: 'fill-failed-lamp' }
  const isCovered = volumes.wanted !== undefined && volumes.available !== undefined
  return { className: isCovered ? 'fill-ready-lamp' : 'fill-downloaded-lamp' }
}
