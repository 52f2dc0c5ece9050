import { useMemo } from 'react'
import { useBoard, useViewState } from '../../board/board-context.ts'
import { type FilteredRentals, useFilteredRentals } from '../../board/filter-provider.tsx'
import { viewAddresses } from '../../board/routes.ts'
import { type I18n, useI18n, useWords } from '../../i18n/i18n.ts'
import { usePlaces } from '../../places/use-places.ts'
import { byDepartment } from '../../rentals/by-department.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { DepartmentTable } from './department-table.tsx'
import { departmentFacts } from './format-department.ts'
import { FranceMap } from './france-map.tsx'
import {
  type ColourClass,
  colourClassesUpTo,
  colourOf,
  type LegendEntry,
  type MapColour,
  MapLegend,
  NO_DATA_CLASS,
} from './map-legend.tsx'
import { mapWords } from './words.ts'

export function MapView() {
  const text = useI18n()
  const w = useWords(mapWords)
  const rentals = useFilteredRentals(selectRentals)
  const { view } = useBoard()
  const pressed = useViewState(state => state.department)
  const places = usePlaces(useMemo(() => rentals.flatMap(locationCodes), [rentals]))
  const { departments: volumes, elsewhere } = useMemo(
    () => byDepartment(rentals, places.departmentOf),
    [rentals, places],
  )
  useFocusKept()
  const shades = colourClassesUpTo(Math.max(1, ...[...volumes.values()].map(({ wanted = 0 }) => wanted)))
  const fills = new Map<string, MapColour>()
  for (const [code, { wanted, shortfall }] of volumes) {
    fills.set(code, { className: colourOf(wanted, shades), isShort: shortfall > 0 })
  }
  return (
    <section
      aria-label={w.board}
      className="mt-3 grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]"
    >
      <figure className="rounded-xl border border-line bg-surface p-4 sm:p-6 lg:sticky lg:top-4">
        <FranceMap
          label={w.label}
          fills={fills}
          factsOf={code => departmentFacts(code, volumes.get(code), text, places)}
          onPress={view.toggleDepartment}
          pressed={pressed}
        />
        <figcaption className="mt-4 space-y-3">
          {fills.size > 0 && (
            <MapLegend title={w.shades} entries={colourLegend(shades, [...fills.values()], text)} />
          )}
          <p className="text-muted text-sm">
            <span>{w.hint}</span>
            {pressed !== undefined && (
              <a href={viewAddresses.list} className="ml-3 text-ink underline underline-offset-4">
                {w.toList}
              </a>
            )}
          </p>
        </figcaption>
      </figure>
      <DepartmentTable volumes={volumes} others={elsewhere} places={places} pressed={pressed} />
    </section>
  )
}

function selectRentals({ everywhere }: FilteredRentals) {
  return everywhere.flatMap(({ rental }) => rental ?? [])
}

/** «moins de 500», «500 à 999», «5 000 et plus»; then what else the map shows. */
function colourLegend(
  shades: readonly ColourClass[],
  fills: readonly MapColour[],
  { f, language }: I18n,
): readonly LegendEntry[] {
  const w = mapWords[language]
  const words = ({ from, to }: ColourClass) => {
    if (to === undefined) return w.from(f.number(from))
    return from === 1 ? w.below(f.number(to + 1)) : w.between(f.number(from), f.number(to))
  }
  return [
    ...(fills.some(({ className }) => className === NO_DATA_CLASS)
      ? [{ words: w.levels.unknown, fill: { className: NO_DATA_CLASS } }]
      : []),
    ...shades.map(shade => ({ words: words(shade), fill: { className: shade.className } })),
    ...(fills.some(({ isShort }) => isShort)
      ? [{ words: w.levels.short, fill: { className: 'fill-surface', isShort: true } }]
      : []),
  ]
}
