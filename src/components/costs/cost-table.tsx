import { useId } from 'react'
import { useText } from '../../i18n/text.ts'
import type { CostBreakdown } from './cost-csv.ts'

type CostTableProps = CostBreakdown & {
  /** What the lines are: the heading of their column. */
  column: string
  note?: string
}

/** One breakdown: a bar and the numbers for each line. */
export function CostTable({ title, column, note, lines, nameOf }: CostTableProps) {
  const { t, f } = useText()
  const id = useId()
  const dearest = Math.max(...lines.map(({ cost }) => Number(cost)))
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="font-semibold text-lg tracking-tight">
        {title}
      </h2>
      {note && <p className="text-muted text-sm">{note}</p>}
      {lines.length === 0 ? (
        <p className="mt-2 text-muted">{t.costs.nothing}</p>
      ) : (
        <table className="mt-2 w-full border-collapse" aria-labelledby={id}>
          <thead>
            <tr className="text-right text-muted text-sm">
              <th className="w-1/2 pb-1.5 text-left font-medium">{column}</th>
              <th className="pb-1.5 pl-4 font-medium">{t.costs.rentals}</th>
              <th className="pb-1.5 pl-4 font-medium">{t.costs.contacts}</th>
              <th className="pb-1.5 pl-4 font-medium">{t.costs.cost}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, cost, contacts, rentals }) => (
              <tr key={key ?? ''} className="border-line border-t text-right align-top">
                <th scope="row" className="py-2 text-left font-normal">
                  <span className={key === undefined ? 'text-muted' : ''}>{nameOf(key)}</span>
                  <Bar share={dearest > 0 ? Number(cost) / dearest : 0} />
                </th>
                <td className="py-2 pl-4">{f.number(rentals)}</td>
                <td className="py-2 pl-4">{f.number(contacts)}</td>
                <td className="whitespace-nowrap py-2 pl-4 font-semibold">{f.cents(cost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <div className="mt-1 h-1.5 rounded-full bg-sunken" aria-hidden="true">
      <div
        className="h-full rounded-full bg-downloaded-lamp forced-colors:bg-[CanvasText]"
        style={{ width: `${share * 100}%` }}
      />
    </div>
  )
}
