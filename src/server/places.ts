import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import * as z from 'zod/mini'

const commune = z.object({
  nom: z.string(),
  type: z.string(),
  departement: z.optional(z.string()),
  commune: z.optional(z.string()),
  code: z.string(),
  codesPostaux: z.optional(z.array(z.string())),
  population: z.optional(z.number()),
})
const department = z.object({ code: z.string(), nom: z.string(), typeLiaison: z.number() })

/** Communes by postcode, the most populous first. */
type Postcodes = Record<string, string[]>

const INDEX_MODULE = 'virtual:places'
const MODULE_PREFIX = 'virtual:places/'

/** Postcodes are one lazy chunk for each department, named by its content: a browser fetches it once. */
export function places(): Plugin {
  let data: ReturnType<typeof readPlaces> | undefined
  return {
    name: 'rental-board:places',
    resolveId: id => (id === INDEX_MODULE || id.startsWith(MODULE_PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${INDEX_MODULE}`)) return
      data ??= readPlaces()
      const { departments, prepositions, exceptions, files } = data
      if (id !== `\0${INDEX_MODULE}`)
        return `export default ${JSON.stringify(files[id.slice(MODULE_PREFIX.length + 1)])}`
      const loaders = Object.keys(files).map(
        code => `${JSON.stringify(code)}: () => import('${MODULE_PREFIX}${code}')`,
      )
      return [
        `export const departments = ${JSON.stringify(departments)}`,
        `export const prepositions = ${JSON.stringify(prepositions)}`,
        `export const exceptions = ${JSON.stringify(exceptions)}`,
        `export const files = { ${loaders.join(', ')} }`,
      ].join('\n')
    },
  }
}

/**
 * As in `src/places/virtual-places.d.ts`, from `@etalab/decoupage-administratif` (Licence Ouverte), which lists Paris,
 * Lyon and Marseille twice: only their arrondissements are kept.
 */
export function readPlaces() {
  const read = createRequire(import.meta.url)
  const all = z.array(commune).parse(read('@etalab/decoupage-administratif/data/communes.json'))
  const named = z.array(department).parse(read('@etalab/decoupage-administratif/data/departements.json'))
  const divided = new Set(all.filter(isArrondissement).map(place => place.commune))
  const places = all
    .filter(
      place => isArrondissement(place) || (place.type === 'commune-actuelle' && !divided.has(place.code)),
    )
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))

  const files: Record<string, Postcodes> = {}
  for (const { nom, departement, codesPostaux = [] } of places) {
    if (departement === undefined || codesPostaux.length === 0) continue
    const postcodes = files[departement] ?? {}
    files[departement] = postcodes
    for (const postcode of codesPostaux) {
      postcodes[postcode] = [...(postcodes[postcode] ?? []), printed(nom.replace(/ Arrondissement$/, ''))]
    }
  }
  return {
    departments: Object.fromEntries(named.map(({ code, nom }) => [code, printed(nom)])),
    prepositions: Object.fromEntries(
      named.map(({ code, nom, typeLiaison }) => [code, frenchPreposition(code, nom, typeLiaison)]),
    ),
    exceptions: exceptionsOf(files),
    files,
  }
}

/** The data writes «Côte-d'Or». */
function printed(name: string): string {
  return name.replaceAll("'", '’')
}

function isArrondissement({ type }: z.infer<typeof commune>): boolean {
  return type === 'arrondissement-municipal'
}

function exceptionsOf(files: Record<string, Postcodes>): Record<string, string[]> {
  const homes = new Map<string, string[]>()
  for (const [code, postcodes] of Object.entries(files)) {
    for (const postcode of Object.keys(postcodes)) homes.set(postcode, [...(homes.get(postcode) ?? []), code])
  }
  const odd = [...homes].filter(([postcode, codes]) => codes.length > 1 || codes[0] !== firstDigits(postcode))
  // Corsica's two files are both loaded: listing its postcodes would weigh as much.
  return Object.fromEntries(odd.filter(([postcode]) => !postcode.startsWith('20')))
}

function firstDigits(postcode: string): string {
  return postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)
}

/** INSEE's article codes: 2 le, 3 la, 4 les, 5 l’; 0 and 1 none, also for two names joined by «et». */
const LE_CODE = 2
const LA_CODE = 3
const LES_CODE = 4
const L_CODE = 5

/** French says «dans la Somme», but «en Gironde», «en Savoie». */
const afterLa = ['23', '26', '42', '50', '51', '55', '58', '72', '80', '86']

/** Without an article in the data, but no town or island to be «à». */
const special: Readonly<Record<string, string>> = { 984: 'dans les ', 987: 'en ', 988: 'en ', 989: 'à l’' }

/** French for «in»: «dans l’», «en », «à », with the space that follows. */
function frenchPreposition(code: string, name: string, article: number): string {
  const said = special[code]
  if (said !== undefined) return said
  const isOverseas = code.length > 2
  if (name.includes('-et-') && !isOverseas) return 'en '
  if (article === LE_CODE) return 'dans le '
  if (article === LA_CODE) return afterLa.includes(code) ? 'dans la ' : 'en '
  if (article === LES_CODE) return 'dans les '
  return article === L_CODE ? 'dans l’' : 'à '
}
