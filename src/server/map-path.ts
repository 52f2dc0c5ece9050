/** A closed line of points. */
export type Ring = readonly (readonly [x: number, y: number])[]

/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number]

/** Only for paths of relative lines: `m 1,2 3,4 z m …`. */
export function readPath(path: string): Ring[] {
  let [x, y] = [0, 0]
  return path.split(/z/i).flatMap(part => {
    if (part.trim() === '') return []
    if (!/^\s*m[-\d.,\s]+$/.test(part)) throw new Error(`a path of more than relative lines: ${part}`)
    const start: [number, number][] = []
    for (const [, dx, dy] of part.matchAll(/(-?[\d.]+)[,\s]+(-?[\d.]+)/g)) {
      x += Number(dx)
      y += Number(dy)
      start.push([x, y])
    }
    // Closing a ring leads back to where it started: the next one counts from there.
    ;[x, y] = start[0] ?? [x, y]
    return [start]
  })
}

/** A small SVG path, to a tenth of a unit. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map(ringPath).join('')
}

function ringPath(ring: Ring): string {
  const points = ring.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const)
  let path = ''
  let [x, y] = [0, 0]
  for (const [index, point] of points.entries()) {
    const [dx, dy] = [point[0] - x, point[1] - y]
    if (index > 0 && dx === 0 && dy === 0) continue
    path += index === 0 ? `M${dx / 10} ${dy / 10}l` : `${dx / 10} ${dy / 10} `
    ;[x, y] = point
  }
  return `${path
    .trim()
    .replaceAll(' -', '-')
    .replaceAll(/(^|[ l-])0\./g, '$1.')}z`
}

export function boundsOf(rings: readonly Ring[]): Bounds {
  const points = rings.flat()
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Drops the points that stray less than `most` from the line between those kept (Douglas and Peucker). */
export function simplified(line: Ring, most: number): Ring {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined || line.length < 3) return line
  const strays = line.map(point => distance(point, first, last))
  const farthest = strays.indexOf(Math.max(...strays))
  if ((strays[farthest] ?? 0) <= most) return [first, last]
  return [
    ...simplified(line.slice(0, farthest + 1), most).slice(0, -1),
    ...simplified(line.slice(farthest), most),
  ]
}

function distance([x, y]: Ring[number], [ax, ay]: Ring[number], [bx, by]: Ring[number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  // A ring begins where it ends: then the distance to that point counts.
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
