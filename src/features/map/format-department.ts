import type { I18n } from '../../i18n/i18n.ts'
import type { KnownPlaces } from '../../places/known-places.ts'
import type { DepartmentVolumes } from '../../rentals/by-department.ts'
import { mapWords } from './words.ts'

export type DepartmentRow = {
  /** «60 Oise». */
  readonly name: string
  /** «2 locations», «1 200 souhaités», «9 455 disponibles». */
  readonly numbers: readonly string[]
  /** «il manque 796 contacts». */
  readonly shortfall: string | undefined
}

export function departmentFacts(
  code: string,
  volumes: DepartmentVolumes | undefined,
  { t }: I18n,
  places: KnownPlaces,
): DepartmentRow {
  const { wanted, available, rentals = 0, shortfall = 0 } = volumes ?? {}
  return {
    name: [code, places.departmentName(code)].filter(part => part !== undefined).join(' '),
    numbers: [
      rentals > 1 ? t.list.count(rentals) : undefined,
      wanted === undefined ? undefined : t.places.wanted(wanted),
      available === undefined ? undefined : t.places.available(available),
    ].filter(part => part !== undefined),
    shortfall: shortfall > 0 ? t.places.shortfall(shortfall) : undefined,
  }
}

/** «44 Loire-Atlantique : 2 000 souhaités, 1 204 disponibles, il manque 796 contacts». */
export function spokenFacts({ name, numbers, shortfall }: DepartmentRow, { language }: I18n): string {
  const facts = [...numbers, ...(shortfall === undefined ? [] : [shortfall])]
  return facts.length === 0 ? name : mapWords[language].department(name, facts.join(', '))
}
