import type { ReactNode } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import type { KnownPlaces } from '../../places/known-places.ts'
import type { DepartmentVolumes, Elsewhere } from '../../rentals/by-department.ts'
import { VolumeBar } from '../../ui/volume-bar.tsx'
import { mapWords } from './words.ts'

type DepartmentTableProps = {
  volumes: ReadonlyMap<string, DepartmentVolumes>
  /** What lies in no known department; the places of France are not known at once. */
  others: Elsewhere | undefined
  places: KnownPlaces
  pressed: string | undefined
}

export function DepartmentTable({ volumes, others, places, pressed }: DepartmentTableProps) {
  const w = useWords(mapWords)
  const { columns } = useWords(laterWords)
  const { view } = useBoard()
  const lines = [...volumes].toSorted(([, a], [, b]) => (b.wanted ?? 0) - (a.wanted ?? 0))
  const lost = Object.keys(places.departments).length > 0 ? others : undefined
  if (lines.length === 0 && lost === undefined) return <p className="text-muted">{w.nothing}</p>
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface p-4 sm:p-6">
      <table className="figures w-full border-collapse" aria-label={w.table}>
        <thead>
          <tr className="text-right text-muted text-sm">
            <th className="w-full min-w-24 pb-1.5 text-left font-medium">{columns.department}</th>
            {[columns.rentals, columns.wanted, columns.available].map(heading => (
              <th key={heading} className="whitespace-nowrap pb-1.5 pl-3 font-medium max-sm:text-xs sm:pl-5">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([code, sums]) => (
            <VolumeLine key={code} sums={sums} className="py-1">
              <button
                type="button"
                aria-pressed={pressed === code}
                onClick={() => view.toggleDepartment(code)}
                className="min-h-8 rounded-md text-left underline-offset-4 hover:underline aria-pressed:font-semibold"
              >
                {`${code} ${places.departmentName(code) ?? ''}`}
              </button>
              {sums.wanted !== undefined && sums.available !== undefined && (
                <VolumeBar wanted={sums.wanted} available={sums.available} />
              )}
            </VolumeLine>
          ))}
          {lost && (
            <VolumeLine sums={lost} className="py-2">
              <span>{w.elsewhere}</span>
              <span className="block text-muted text-sm">{lost.codes.join(', ')}</span>
            </VolumeLine>
          )}
        </tbody>
      </table>
    </div>
  )
}

type VolumeLineProps = { sums: DepartmentVolumes; className: string; children: ReactNode }

function VolumeLine({ sums, className, children }: VolumeLineProps) {
  const { t, f } = useI18n()
  const { rentals, wanted, available, shortfall } = sums
  const counts = { rentals, wanted, available }
  return (
    <tr className="border-line border-t text-right align-top">
      <th scope="row" className={`text-left font-normal ${className}`}>
        {children}
        {shortfall > 0 && <span className="block text-failed text-xs">{t.places.shortfall(shortfall)}</span>}
      </th>
      {Object.entries(counts).map(([name, count]) => (
        <td key={name} className="whitespace-nowrap py-2 pl-3 sm:pl-5">
          {count === undefined ? '—' : f.number(count)}
        </td>
      ))}
    </tr>
  )
}
