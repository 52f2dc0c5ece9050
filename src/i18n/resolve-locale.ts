/** What the board speaks; the types name what another one needs. */
export const languages = ['fr', 'en'] as const

export type Language = (typeof languages)[number]

/** The language to speak: the first of the reader's that the board knows, and French otherwise. */
export function resolveLocale(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0]
    const language = languages.find(language => language === primary)
    if (language) return language
  }
  return 'fr'
}
