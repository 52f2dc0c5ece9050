import type { Sex } from '../api/rental.ts'

export const sexWords: Record<Sex, string> = {
  women: 'femmes women',
  men: 'hommes men',
  mixed: 'mixtes mixed women and men',
}

/** The documented category codes. Source: `docs/provider-api.md`, The reply. */
export const categoryWords: ReadonlyMap<string, string> = new Map([
  ['102', 'CSP+'],
  ['103', 'CSP−'],
])

/** The documented interest codes. Source: `docs/provider-api.md`, The reply. */
export const interestWords: ReadonlyMap<string, string> = new Map([
  ['14', 'habitation housing'],
  ['35', 'cuisine cooking'],
])

/** What stands before a code in a row. */
export const codeWords = {
  category: 'catégorie category',
  interest: 'intérêt interest',
  department: 'département department',
}
