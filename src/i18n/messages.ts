import type { fr } from './fr.ts'

/** Words of one language; a number becomes a word, never the other way round. */
type Words<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [K in keyof T]: Words<T[K]> }

/** The catalogue of a language; French is the source that every other must fill. */
export type Messages = Words<typeof fr>
