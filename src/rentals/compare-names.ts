import { once } from '../lib/once.ts'

/** Creating one takes as long as drawing the list, so a page that compares nothing never does. */
const collator = once(() => new Intl.Collator('fr', { numeric: true }))

/** In French order, numbers by their value. */
export function compareNames(a: string, b: string): number {
  return collator().compare(a, b)
}
