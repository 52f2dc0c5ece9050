import { type MapShape, mainland, overseas, paris } from 'virtual:france-map'

type Point = readonly [x: number, y: number]

export type Box = readonly [x: number, y: number, width: number, height: number]

export type Drawn = {
  readonly code: string
  /** Its outline; without one, its inset is filled. */
  readonly path?: string
  /** Moves and enlarges the outline to its inset. */
  readonly transform?: string
  readonly scale: number
  /** An inset that is this department's alone. */
  readonly frame?: Box
  /** The middle of the department. */
  readonly at: Point
}

/** The visible part of the drawing: the mainland's 613 × 585, and the sea to its west for the insets. */
export const viewBox = '-64 -6 688 598'

export const parisFrame: Box = [500, 0, 116, 122]

/** Drawn enlarged in {@link parisFrame}: on the mainland they are too small to point at. */
export const aroundParis = ['75', '92', '93', '94']

const INSET: Point = [84, 86]
/** The offset of an outline in its inset, below the number. */
const OUTLINE: Point = [10, 23]
const SMALL_INSET: Point = [58, 34]

export const mainlandShapes: readonly Drawn[] = Object.entries(mainland).map(([code, shape]) => ({
  code,
  path: shape.path,
  scale: 1,
  at: shape.centre,
}))

/** Every department once, where it can be pointed at; `others`, which have no outline here, get small insets. */
export function layOut(others: readonly string[]): readonly Drawn[] {
  return [
    ...mainlandShapes.map(drawn => (aroundParis.includes(drawn.code) ? enlarged(drawn) : drawn)),
    ...Object.entries(overseas).map(([code, shape], index) => inset(code, shape, index)),
    ...others.filter(code => !isDrawn(code)).map(smallInset),
  ]
}

export function isDrawn(code: string): boolean {
  return code in mainland || code in overseas
}

function enlarged(drawn: Drawn): Drawn {
  const [left, top, width, height] = parisFrame
  const [x, y, wide, high] = paris
  const label = 26
  const scale = Math.min((width - 14) / wide, (height - label - 8) / high)
  const dx = left + (width - wide * scale) / 2 - x * scale
  const dy = top + label + (height - label - high * scale) / 2 - 2 - y * scale
  return {
    ...drawn,
    scale,
    transform: `translate(${dx.toFixed(1)} ${dy.toFixed(1)}) scale(${scale.toFixed(3)})`,
    at: [dx + drawn.at[0] * scale, dy + drawn.at[1] * scale],
  }
}

function inset(code: string, { path, centre }: MapShape, index: number): Drawn {
  const x = -60 + (index % 2) * 92
  const y = 302 + Math.floor(index / 2) * 94
  const [dx, dy] = [x + OUTLINE[0], y + OUTLINE[1]]
  return {
    code,
    path,
    scale: 1,
    transform: `translate(${dx} ${dy})`,
    frame: [x, y, ...INSET],
    at: [dx + centre[0], dy + centre[1]],
  }
}

function smallInset(code: string, index: number): Drawn {
  const x = -60 + (index % 3) * 64
  const y = Math.floor(index / 3) * 40
  return {
    code,
    scale: 1,
    frame: [x, y, ...SMALL_INSET],
    at: [x + SMALL_INSET[0] / 2, y + SMALL_INSET[1] / 2],
  }
}
