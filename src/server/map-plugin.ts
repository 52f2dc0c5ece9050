import type { Plugin } from 'vite'
import { readMap } from './map-data.ts'

const MAP_MODULE = 'virtual:france-map'

export function franceMap(): Plugin {
  return {
    name: 'rental-board:france-map',
    resolveId: id => (id === MAP_MODULE ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${MAP_MODULE}`) return
      return Object.entries(readMap())
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}
