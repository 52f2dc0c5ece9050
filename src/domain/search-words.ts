import type { Sex } from '../api/rental.ts'
import type { RowState } from './row-state.ts'

/** What the badges and tiles say in French and English, whichever of them the page speaks. */
export const stateWords: Record<RowState, string> = {
  requested: 'demandées requested',
  generating: 'en création in creation',
  ready: 'prêtes ready',
  failed: 'échouées failed',
  downloaded: 'téléchargées downloaded',
  unknown: 'statut inconnu unknown status',
  'not-found': 'introuvables not found',
  error: 'sans réponse no answer',
  pending: 'en attente waiting',
}

export const sexWords: Record<Sex, string> = {
  women: 'femmes women',
  men: 'hommes men',
  mixed: 'mixtes mixed women and men',
}

/** The documented category codes. Source: `shared/api/README.md`, `location.category`. */
export const categoryWords: ReadonlyMap<string, string> = new Map([
  ['102', 'CSP+'],
  ['103', 'CSP−'],
])

/** The documented interest codes. Source: `shared/api/README.md`, `location.interest`. */
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
