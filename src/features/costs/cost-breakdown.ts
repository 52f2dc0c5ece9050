import Big from 'big.js'
import type { Decimal, Rental } from '../../api/rental.ts'
import { decimalMarks, writeCsv } from '../../format/csv.ts'
import type { I18n } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { localDay } from '../../lib/local-time.ts'
import type { DepartmentOf } from '../../rentals/by-department.ts'
import { locationCodes } from '../../rentals/coverage.ts'
import { compareDecimals } from '../../rentals/money.ts'
import type { RentalState } from '../../rentals/status.ts'
import { costsWords } from './words.ts'

export type CostItem = {
  readonly rental: Rental
  readonly state: RentalState
  readonly tags: readonly string[]
  /** Milliseconds since 1970. */
  readonly firstSeen: number
}

/** `key` is absent for what has no tag, price or known department. */
export type CostLine = {
  readonly key: string | undefined
  /** Euros. */
  readonly cost: Decimal
  /** Contacts. */
  readonly contacts: number
  readonly rentals: number
}

type Share = { readonly key: string | undefined; readonly cost: Big; readonly contacts: number }

/** Dearest first. */
export function costByState(items: readonly CostItem[]): readonly CostLine[] {
  return byCost(sumUp(items, item => [whole(item, item.state)]))
}

/** By the month in which the rental was first seen (`2026-11`, local time), latest first. */
export function costByMonth(items: readonly CostItem[]): readonly CostLine[] {
  const lines = sumUp(items, item => [whole(item, localDay(item.firstSeen).slice(0, 7))])
  return lines.toSorted((a, b) => (b.key ?? '').localeCompare(a.key ?? ''))
}

/** Dearest first; a rental with several tags counts whole in each. */
export function costByTag(items: readonly CostItem[]): readonly CostLine[] {
  const keysOf = ({ tags }: CostItem) => (tags.length === 0 ? [undefined] : tags)
  return byCost(sumUp(items, item => keysOf(item).map(key => whole(item, key))))
}

/** By euros for one contact, cheapest first; last those whose price is not given. */
export function costByUnitPrice(items: readonly CostItem[]): readonly CostLine[] {
  const lines = sumUp(items, item => [whole(item, unitPriceOf(item))])
  return lines.toSorted(({ key: a }, { key: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return compareDecimals(a, b)
  })
}

/**
 * Dearest first. A rental in several departments is split by the contacts wanted in each; what its places do not
 * account for falls to no department.
 */
export function costByDepartment(
  items: readonly CostItem[],
  departmentOf: DepartmentOf,
): readonly CostLine[] {
  return byCost(sumUp(items, item => partByDepartment(item, departmentOf)))
}

function partByDepartment(item: CostItem, departmentOf: DepartmentOf): readonly Share[] {
  const { rental } = item
  const homes = new Set(locationCodes(rental).map(departmentOf))
  if (homes.size === 1) return [whole(item, [...homes][0])]
  const { places } = rental
  const wanted = places.reduce((sum, place) => sum + (place.wanted ?? 0), 0)
  if (wanted === 0) return [whole(item, undefined)]
  const total = Big(rental.cost?.total ?? 0)
  return places.map(({ location, wanted: part = 0 }) => {
    const key = location === undefined ? undefined : departmentOf(location)
    return { key, cost: total.times(part).div(wanted), contacts: part }
  })
}

/** Normalised: `0.090` and `0.09` are one price. */
function unitPriceOf({ rental: { cost } }: CostItem): Decimal | undefined {
  return cost?.unitPrice === undefined ? undefined : Big(cost.unitPrice).toFixed()
}

function whole({ rental: { cost } }: CostItem, key: string | undefined): Share {
  return { key, cost: Big(cost?.total ?? 0), contacts: cost?.quantity ?? 0 }
}

function sumUp(
  items: readonly CostItem[],
  sharesOf: (item: CostItem) => readonly Share[],
): readonly CostLine[] {
  const sums = new Map<string | undefined, { cost: Big; contacts: number; rentals: Set<CostItem> }>()
  for (const item of items) {
    for (const { key, cost, contacts } of sharesOf(item)) {
      const sum = sums.get(key) ?? { cost: Big(0), contacts: 0, rentals: new Set() }
      sum.rentals.add(item)
      sums.set(key, { cost: sum.cost.plus(cost), contacts: sum.contacts + contacts, rentals: sum.rentals })
    }
  }
  return [...sums].map(([key, { cost, contacts, rentals }]) => {
    return { key, cost: cost.round(6).toFixed(), contacts, rentals: rentals.size }
  })
}

function byCost(lines: readonly CostLine[]): readonly CostLine[] {
  return lines.toSorted((a, b) => compareDecimals(b.cost, a.cost) || (a.key ?? '').localeCompare(b.key ?? ''))
}

export type CostCsvPart = {
  readonly title: string
  readonly lines: readonly CostLine[]
  readonly nameOf: (key: string | undefined) => string
}

/** One row for each line; costs in euros, exact. */
export function costCsv(breakdowns: readonly CostCsvPart[], { t, language }: I18n): string {
  const w = costsWords[language]
  const head = [w.breakdown, w.item, laterWords[language].columns.rentals, w.contacts, t.list.columns.cost]
  const rows = breakdowns.flatMap(({ title, lines, nameOf }) =>
    lines.map(({ key, rentals, contacts, cost }) => [
      title,
      nameOf(key),
      rentals,
      contacts,
      { decimal: cost },
    ]),
  )
  return writeCsv([head, ...rows], decimalMarks[language])
}
