import type { Plugin } from 'vite'
import { readMap } from './map-data.ts'

const ID = 'virtual:france-map'

/** Gives the page `virtual:france-map`: the shapes of the departments, as small as they can be drawn well. */
export function franceMap(): Plugin {
  return {
    name: 'rental-board:france-map',
    resolveId: id => (id === ID ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return
      return Object.entries(readMap())
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}
