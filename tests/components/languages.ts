import { loadFullText } from '../../src/i18n/full-text.ts'

/** Both languages, loaded. */
export const french = await loadFullText('fr')
export const english = await loadFullText('en')
