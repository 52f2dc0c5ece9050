/** Made at build time by `src/server/places.ts`. */
declare module 'virtual:places' {
  /** Names by code: `60` Oise, `2A` Corse-du-Sud, `971` Guadeloupe. */
  export const departments: Record<string, string>
  /** French for «in» before each department, with the space that follows: «dans l’», «en ». */
  export const prepositions: Record<string, string>
  /** The departments of postcodes whose first digits do not tell them. */
  export const exceptions: Record<string, readonly string[]>
  /** Loads the communes by postcode of a department, the most populous first. */
  export const files: Record<string, () => Promise<{ default: Record<string, readonly string[]> }>>
}
