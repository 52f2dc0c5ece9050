import type { DepartmentVolumes } from '../../domain/by-department.ts'
import { useText } from '../../i18n/text.ts'
import type { KnownPlaces } from '../../places/gazetteer.ts'
import { VolumeBar } from '../list/volume-bar.tsx'
import { toggleDepartment } from '../view-store.ts'

type DepartmentTableProps = {
  volumes: ReadonlyMap<string, DepartmentVolumes>
  places: KnownPlaces
  pressed: string | undefined
}

/** The map as a table, most wanted first; each department can be pressed here too. */
export function DepartmentTable({ volumes, places, pressed }: DepartmentTableProps) {
  const { t, f } = useText()
  const volume = (count: number | undefined) => (count === undefined ? '—' : f.number(count))
  const lines = [...volumes].toSorted(([, a], [, b]) => (b.wanted ?? 0) - (a.wanted ?? 0))
  if (lines.length === 0) return <p className="text-muted">{t.map.nothing}</p>
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="text-right text-muted text-sm">
          <th className="w-1/2 pb-1.5 text-left font-medium">{t.detail.department}</th>
          <th className="pb-1.5 pl-4 font-medium">{t.costs.rentals}</th>
          <th className="pb-1.5 pl-4 font-medium">{t.detail.wanted}</th>
          <th className="pb-1.5 pl-4 font-medium">{t.detail.available}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([code, { wanted, available, shortfall, rentals }]) => (
          <tr key={code} className="border-line border-t text-right align-top">
            <th scope="row" className="py-1 text-left font-normal">
              <button
                type="button"
                aria-pressed={pressed === code}
                onClick={() => toggleDepartment(code)}
                className="min-h-8 rounded-md text-left underline-offset-4 hover:underline aria-pressed:font-semibold"
              >
                {code} {places.departmentName(code)}
              </button>
              {wanted !== undefined && available !== undefined && (
                <VolumeBar wanted={wanted} available={available} />
              )}
              {shortfall > 0 && (
                <span className="block text-failed text-xs">{t.places.shortfall(shortfall)}</span>
              )}
            </th>
            <td className="py-2 pl-4">{f.number(rentals)}</td>
            <td className="py-2 pl-4">{volume(wanted)}</td>
            <td className="py-2 pl-4">{volume(available)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
