import type { Sex } from '../api/rental.ts'
import { plainText } from './plain-text.ts'
import type { RowState } from './row-state.ts'

/** What the badges and tiles say in French and English, whichever of them the page speaks. */
export const stateWords: Record<RowState, string> = {
  requested: plainText('demandées requested'),
  generating: plainText('en création in creation'),
  ready: plainText('prêtes ready'),
  failed: plainText('échouées failed'),
  downloaded: plainText('téléchargées downloaded'),
  unknown: plainText('statut inconnu unknown status'),
  'not-found': plainText('introuvables not found'),
  error: plainText('sans réponse no answer'),
  pending: plainText('en attente waiting'),
}

export const sexWords: Record<Sex, string> = {
  women: plainText('femmes women'),
  men: plainText('hommes men'),
  mixed: plainText('mixtes mixed women and men'),
}

/** The documented category codes. Source: `shared/api/README.md`, `location.category`. */
export const categoryWords: ReadonlyMap<string, string> = new Map([
  ['102', plainText('CSP+')],
  ['103', plainText('CSP−')],
])

/** The documented interest codes. Source: `shared/api/README.md`, `location.interest`. */
export const interestWords: ReadonlyMap<string, string> = new Map([
  ['14', plainText('habitation housing')],
  ['35', plainText('cuisine cooking')],
])

/** What stands before a code in a row. */
export const codeWords = {
  category: plainText('catégorie category'),
  interest: plainText('intérêt interest'),
  department: plainText('département department'),
}
