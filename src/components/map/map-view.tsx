import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { byDepartment } from '../../domain/by-department.ts'
import { placeCodes } from '../../domain/coverage.ts'
import { useText } from '../../i18n/text.ts'
import { viewAddresses } from '../address.ts'
import { usePlaces } from '../use-places.ts'
import { useShownRentals } from '../use-shown-rentals.ts'
import { toggleDepartment, viewStore } from '../view-store.ts'
import { departmentWords } from '../words/department-words.ts'
import { DepartmentTable } from './department-table.tsx'
import { FranceMap } from './france-map.tsx'

/** The faintest shade of a department that is wanted at all. */
const FAINTEST = 0.2

/** All rentals shown on the map of France, shaded by contacts wanted; pressing a department lists its rentals. */
export function MapView() {
  const text = useText()
  const shown = useShownRentals({ ignoreDepartment: true })
  const pressed = useStore(viewStore, state => state.department)
  const [pointed, setPointed] = useState<string>()
  const places = usePlaces(useMemo(() => shown.flatMap(({ rental }) => placeCodes(rental)), [shown]))
  const volumes = useMemo(
    () =>
      byDepartment(
        shown.map(({ rental }) => rental),
        places.departmentOf,
      ),
    [shown, places],
  )
  const most = Math.max(1, ...[...volumes.values()].map(({ wanted = 0 }) => wanted))
  const wordsOf = (code: string) => departmentWords(code, volumes.get(code), text, places)
  const told = pointed ?? pressed
  return (
    <section
      aria-label={text.t.map.board}
      className="mt-2 grid items-start gap-8 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]"
    >
      <figure>
        <FranceMap
          label={text.t.map.label}
          fillOf={code => {
            const sum = volumes.get(code)
            if (sum === undefined) return undefined
            // The square root keeps small departments visible beside a very large one.
            const share = Math.sqrt((sum.wanted ?? 0) / most)
            return { className: 'fill-downloaded-lamp', opacity: FAINTEST + (1 - FAINTEST) * share }
          }}
          nameOf={wordsOf}
          onPoint={setPointed}
          onPress={toggleDepartment}
          pressed={pressed}
        />
        <figcaption className="min-h-6 text-center">
          {told === undefined ? <span className="text-muted">{text.t.map.hint}</span> : wordsOf(told)}
          {pressed !== undefined && (
            <a href={viewAddresses.list} className="ml-3 underline underline-offset-4">
              {text.t.map.toList}
            </a>
          )}
        </figcaption>
      </figure>
      <DepartmentTable volumes={volumes} places={places} pressed={pressed} />
    </section>
  )
}
