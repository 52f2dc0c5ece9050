import { useBoard } from '../../board/board-context.ts'
import { useI18n } from '../../i18n/i18n.ts'
import type { KnownPlaces } from '../../places/known-places.ts'
import type { DepartmentVolumes, Elsewhere } from '../../rentals/by-department.ts'
import { VolumeBar } from '../../ui/volume-bar.tsx'

type DepartmentTableProps = {
  volumes: ReadonlyMap<string, DepartmentVolumes>
  /** What lies in no known department; the places of France are not known at once. */
  others: Elsewhere | undefined
  places: KnownPlaces
  pressed: string | undefined
}

export function DepartmentTable({ volumes, others, places, pressed }: DepartmentTableProps) {
  const { t, f } = useI18n()
  const { view } = useBoard()
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  const lines = [...volumes].toSorted(([, a], [, b]) => (b.wanted ?? 0) - (a.wanted ?? 0))
  const lost = Object.keys(places.departments).length > 0 ? others : undefined
  if (lines.length === 0 && lost === undefined) return <p className="text-muted">{t.map.nothing}</p>
  return (
    <div className="rounded-xl border border-line bg-surface p-4 sm:p-6">
      <table className="w-full border-collapse" aria-label={t.map.table}>
        <thead>
          <tr className="text-right text-muted text-sm">
            <th className="w-full pb-1.5 text-left font-medium">{t.detail.department}</th>
            <th className="whitespace-nowrap pb-1.5 pl-3 font-medium max-sm:text-xs sm:pl-5">
              {t.costs.rentals}
            </th>
            <th className="whitespace-nowrap pb-1.5 pl-3 font-medium max-sm:text-xs sm:pl-5">
              {t.detail.wanted}
            </th>
            <th className="whitespace-nowrap pb-1.5 pl-3 font-medium max-sm:text-xs sm:pl-5">
              {t.detail.available}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([code, { wanted, available, shortfall, rentals }]) => (
            <tr key={code} className="border-line border-t text-right align-top">
              <th scope="row" className="py-1 text-left font-normal">
                <button
                  type="button"
                  aria-pressed={pressed === code}
                  onClick={() => view.toggleDepartment(code)}
                  className="min-h-8 rounded-md text-left underline-offset-4 hover:underline aria-pressed:font-semibold"
                >
                  {`${code} ${places.departmentName(code) ?? ''}`}
                </button>
                {wanted !== undefined && available !== undefined && (
                  <VolumeBar wanted={wanted} available={available} />
                )}
                {shortfall > 0 && (
                  <span className="block text-failed text-xs">{t.places.shortfall(shortfall)}</span>
                )}
              </th>
              <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{f.number(rentals)}</td>
              <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{volume(wanted)}</td>
              <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{volume(available)}</td>
            </tr>
          ))}
          {lost && (
            <tr className="border-line border-t text-right align-top">
              <th scope="row" className="py-2 text-left font-normal">
                <span>{t.map.elsewhere}</span>
                <span className="block text-muted text-sm">{lost.codes.join(', ')}</span>
                {lost.shortfall > 0 && (
                  <span className="block text-failed text-xs">{t.places.shortfall(lost.shortfall)}</span>
                )}
              </th>
              <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{f.number(lost.rentals)}</td>
              <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{volume(lost.wanted)}</td>
              <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{volume(lost.available)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
