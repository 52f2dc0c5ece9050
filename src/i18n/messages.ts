import type { fr } from './fr.ts'
import type { frLater } from './fr-later.ts'

/** Words of one language; a number becomes a word, never the other way round. */
type Words<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [K in keyof T]: Words<T[K]> }

/** What the first picture says; French is the source that every language must fill. */
export type FirstMessages = Words<typeof fr>

/** What the later parts say besides. */
export type LaterMessages = Words<typeof frLater>

/** The whole catalogue. */
export type Messages = FirstMessages & LaterMessages
