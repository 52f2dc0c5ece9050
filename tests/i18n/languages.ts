import { loadI18n } from '../../src/i18n/i18n.ts'

/** Both languages, loaded. */
export const french = await loadI18n('fr')
export const english = await loadI18n('en')
