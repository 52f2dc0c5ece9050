import { writeCsv } from '../../format/csv.ts'
import type { I18n } from '../../i18n/i18n.ts'
import type { CostLine } from './cost-breakdown.ts'

export type CostCsvPart = {
  readonly title: string
  readonly lines: readonly CostLine[]
  readonly nameOf: (key: string | undefined) => string
}

/** One row for each line; costs in euros, exact. */
export function costCsv(breakdowns: readonly CostCsvPart[], { t, language }: I18n): string {
  const head = [t.costs.breakdown, t.costs.item, t.costs.rentals, t.costs.contacts, t.costs.cost]
  const rows = breakdowns.flatMap(({ title, lines, nameOf }) =>
    lines.map(({ key, rentals, contacts, cost }) => [
      title,
      nameOf(key),
      rentals,
      contacts,
      { decimal: cost },
    ]),
  )
  return writeCsv([head, ...rows], language === 'fr' ? ',' : '.')
}
