/** Made at build time by `src/server/france-map.ts`. */
declare module 'virtual:france-map' {
  type MapShape = { readonly path: string; readonly centre: readonly [x: number, y: number] }
  /** Mainland departments by code, in one drawing of 613 × 585 units. */
  export const mainland: Readonly<Record<string, MapShape>>
  /** Overseas departments by code, each in an inset of 64 × 58 units. */
  export const overseas: Readonly<Record<string, MapShape>>
  /** The part of the mainland that is too small to point at: x, y, width and height. */
  export const paris: readonly [number, number, number, number]
}
