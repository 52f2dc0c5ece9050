import * as z from 'zod/mini'
import type { Ring } from './map-path.ts'

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
