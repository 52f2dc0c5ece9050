import { once } from '../lib/once.ts'

/** Making one takes as long as drawing the list: no page that compares nothing waits for it. */
const collator = once(() => new Intl.Collator('fr', { numeric: true }))

/** The order of names and tags from A to Z as French has it, numbers by their value. */
export function compareNames(a: string, b: string): number {
  return collator().compare(a, b)
}
