import { createStore } from 'zustand/vanilla'
import { departmentCode, isDepartment, isPostcode } from './codes.ts'
import type { KnownPlaces } from './known-places.ts'

type Postcodes = Readonly<Record<string, readonly string[]>>

export type PlacesIndex = {
  readonly departments: Readonly<Record<string, string>>
  /** French for «in» before each department: «dans l’», «en », «à ». */
  readonly prepositions: Readonly<Record<string, string>>
  readonly exceptions: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, () => Promise<{ default: Postcodes }>>>
}

export type Gazetteer = ReturnType<typeof createGazetteer>

/** Publishes what was loaded in between at once: each update draws every row that names a place. */
const GATHER_MS = 100

/** Loads one department at a time, when a place in it is first wanted. */
export function createGazetteer(loadIndex: () => Promise<PlacesIndex>) {
  const loaded = new Set<string>()
  const known = new Map<string, KnownPostcode>()
  const wanted = new Set<string>()
  let index: Promise<PlacesIndex> | undefined
  let isPublishing = false
  const state = createStore<KnownPlaces>(() => knownPlaces({ departments: {}, prepositions: {} }, new Map()))

  async function load(postcodes: readonly string[]) {
    index ??= loadIndex()
    const { exceptions, files: loaders, ...named } = await index
    const codes = new Set(postcodes.flatMap(postcode => exceptions[postcode] ?? likelyDepartments(postcode)))
    const loading = [...codes].map(async code => learn(code, (await loaders[code]?.())?.default ?? {}))
    await Promise.all(loading)
    publish(named)
  }

  function publish(named: Pick<PlacesIndex, 'departments' | 'prepositions'>) {
    if (isPublishing) return
    isPublishing = true
    setTimeout(() => {
      isPublishing = false
      // A copy: published state does not change later.
      state.setState(knownPlaces(named, new Map(known)), true)
    }, GATHER_MS)
  }

  function learn(department: string, postcodes: Postcodes) {
    if (loaded.has(department)) return
    loaded.add(department)
    for (const [postcode, communes] of Object.entries(postcodes)) {
      const before = known.get(postcode)
      known.set(postcode, {
        communes: [...(before?.communes ?? []), ...communes],
        departments: [...(before?.departments ?? []), department],
      })
    }
  }

  return {
    state,
    /** Loads, once, the names of these postcodes and departments; what cannot be loaded stays a code. */
    want(codes: readonly string[]) {
      const fresh = codes.filter(code => !wanted.has(code))
      if (fresh.length === 0) return
      for (const code of fresh) wanted.add(code)
      load(fresh.filter(isPostcode)).catch(() => {
        // Offline, or a new version was deployed: the codes stay until they are wanted again.
        index = undefined
        for (const code of fresh) wanted.delete(code)
      })
    },
  }
}

function likelyDepartments(postcode: string): readonly string[] {
  if (postcode.startsWith('20')) return ['2A', '2B']
  return [postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)]
}

type KnownPostcode = { readonly communes: readonly string[]; readonly departments: readonly string[] }

function knownPlaces(
  { departments, prepositions }: Pick<PlacesIndex, 'departments' | 'prepositions'>,
  known: ReadonlyMap<string, KnownPostcode>,
): KnownPlaces {
  return {
    departments,
    departmentName: code => departments[departmentCode(code)],
    inDepartment(code) {
      const name = departments[departmentCode(code)]
      return name && `${prepositions[departmentCode(code)] ?? ''}${name}`
    },
    departmentsOf: postcode => known.get(postcode)?.departments ?? [],
    departmentOf(code) {
      if (isDepartment(code))
        return departments[departmentCode(code)] === undefined ? undefined : departmentCode(code)
      const homes = known.get(code)?.departments ?? []
      return homes.find(home => code.startsWith(home)) ?? homes[0]
    },
    communes: postcode => known.get(postcode)?.communes,
  }
}
