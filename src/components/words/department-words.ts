import type { DepartmentVolumes } from '../../domain/by-department.ts'
import type { Text } from '../../i18n/text.ts'
import type { KnownPlaces } from '../../places/gazetteer.ts'

/** «60 Oise : 1 200 souhaités, 9 455 disponibles», with what is missing; what was not given is left out. */
export function departmentWords(
  code: string,
  volumes: DepartmentVolumes | undefined,
  { t, f }: Text,
  places: KnownPlaces,
): string {
  const name = [code, places.departmentName(code)].filter(part => part !== undefined).join(' ')
  const numbers = [
    volumes?.wanted === undefined ? undefined : t.map.wanted(f.number(volumes.wanted)),
    volumes?.available === undefined ? undefined : t.map.available(f.number(volumes.available)),
    volumes && volumes.shortfall > 0 ? t.places.shortfall(volumes.shortfall) : undefined,
  ].filter(part => part !== undefined)
  return numbers.length === 0 ? name : t.map.department(name, numbers.join(', '))
}
