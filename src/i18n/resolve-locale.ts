export type Language = 'fr' | 'en'

/** The language to speak: the first of the reader's that the board knows, and French otherwise. */
export function resolveLocale(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'fr' || primary === 'en') return primary
  }
  return 'fr'
}
