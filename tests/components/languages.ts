import { loadText } from '../../src/i18n/text.ts'

/** Both languages, loaded. */
export const french = await loadText('fr')
export const english = await loadText('en')
