import { useId, useState } from 'react'
import { useViewState } from '../../board/board-context.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { Button } from '../../ui/button.tsx'
import type { CostCsvPart } from './cost-breakdown.ts'
import { costsWords } from './words.ts'

const FIRST_ROWS = 8

/** Nobody reads more, and the page stays quick: the CSV has all. */
const MAX_ROWS = 200

type CostTableProps = CostCsvPart & {
  /** The heading of the first column. */
  column: string
  note?: string
  /** The class that colours a line's bar. */
  barOf?: (key: string | undefined) => string
}

export function CostTable({
  title,
  column,
  note,
  lines,
  nameOf,
  barOf = () => PLAIN_BAR_CLASS,
}: CostTableProps) {
  const { t, f, w } = useI18n(costsWords)
  const later = useWords(laterWords)
  const id = useId()
  const [isUnfolded, setUnfolded] = useState(false)
  // As the page is printed, and where the user wants every row of the list.
  const everyRow = useViewState(state => state.everyRow)
  const dearest = lines.reduce((most, { cost }) => Math.max(most, Number(cost)), 0)
  // Hiding a single line would save nothing: the button takes its place.
  const isWhole = isUnfolded || everyRow || lines.length <= FIRST_ROWS + 1
  const drawn = lines.slice(0, isWhole ? MAX_ROWS : FIRST_ROWS)
  const left = lines.length - drawn.length
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface p-4 sm:p-5">
      <h2 id={id} className="font-semibold text-lg tracking-tight">
        {title}
      </h2>
      {note && <p className="text-muted text-sm">{note}</p>}
      {lines.length === 0 ? (
        <p className="mt-2 text-muted">{w.nothing}</p>
      ) : (
        <div className="mt-3 overflow-x-auto">
          <table className="figures w-full border-collapse" aria-labelledby={id}>
            <thead>
              <tr className="text-right text-muted text-sm">
                <th scope="col" className="w-full min-w-24 pb-1.5 text-left font-medium">
                  {column}
                </th>
                {[later.columns.rentals, w.contacts, t.list.columns.cost].map(heading => (
                  <th
                    key={heading}
                    scope="col"
                    className="whitespace-nowrap pb-1.5 pl-3 font-medium max-sm:text-xs sm:pl-5"
                  >
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {drawn.map(({ key, cost, contacts, rentals }) => (
                <tr key={key ?? ''} className="border-line border-t text-right align-top">
                  <th scope="row" className="py-2 text-left font-normal">
                    <span className={key === undefined ? 'text-muted' : ''}>{nameOf(key)}</span>
                    <Bar share={dearest > 0 ? Number(cost) / dearest : 0} className={barOf(key)} />
                  </th>
                  <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{f.number(rentals)}</td>
                  <td className="whitespace-nowrap py-2 pl-3 sm:pl-5">{f.number(contacts)}</td>
                  <td className="whitespace-nowrap py-2 pl-3 font-semibold sm:pl-5">{f.cents(cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left > 0 && !isWhole && (
        <Button
          className="mt-3 w-full"
          words={lines.length > MAX_ROWS ? w.moreLines(MAX_ROWS - FIRST_ROWS) : w.allLines(left)}
          onClick={() => setUnfolded(true)}
        />
      )}
      {left > 0 && isWhole && <p className="mt-3 text-muted text-sm">{w.linesInCsv(left)}</p>}
    </section>
  )
}

const PLAIN_BAR_CLASS = 'bg-shade-3'

function Bar({ share, className }: { share: number; className: string }) {
  return (
    <div className="mt-1 h-1.5 rounded-full bg-sunken" aria-hidden="true">
      <div
        className={`h-full min-w-0.5 rounded-full ${className} forced-colors:bg-[CanvasText]`}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  )
}
