/** Made at build time by `src/server/places-plugin.ts`. */
declare module 'virtual:places' {
  /** Department names by code. */
  export const departments: Record<string, string>
  /** What French says before each department, with the space that follows. */
  export const prepositions: Record<string, string>
  /** Departments of the postcodes whose first digits do not tell them. */
  export const exceptions: Record<string, readonly string[]>
  /** Loads the communes of each postcode of a department, the most populous first. */
  export const files: Record<string, () => Promise<{ default: Record<string, readonly string[]> }>>
}
