import type { Plugin } from 'vite'
import { type PlacesData, readPlaces } from './places-data.ts'

const INDEX_MODULE = 'virtual:places'
const MODULE_PREFIX = 'virtual:places/'

/** Postcodes are one lazy chunk for each department, named by its content: a browser fetches it once. */
export function places(): Plugin {
  let data: PlacesData | undefined
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
