import type { LaterMessages, Messages } from './messages.ts'
import type { Language } from './resolve-locale.ts'
import { loadText, type Text, useText } from './text.ts'

/** One language with all its words. */
export type FullText = Text & { readonly t: Messages }

const loaded = new Map<Language, FullText>()

/** Loads a language with all its words; from then on the later parts of the page can speak it. */
export async function loadFullText(language: Language): Promise<FullText> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const [text, later] = await Promise.all([loadText(language), loadLater(language)])
  const whole = { ...text, t: { ...text.t, ...later } }
  loaded.set(language, whole)
  return whole
}

/** The language that the board speaks, with all its words; for parts that come after the first picture. */
export function useFullText(): FullText {
  const { language } = useText()
  const text = loaded.get(language)
  if (text === undefined)
    throw new Error(`the words of ${language} are not loaded: only later parts may ask for them`)
  return text
}

async function loadLater(language: Language): Promise<LaterMessages> {
  return language === 'fr' ? (await import('./fr-later.ts')).frLater : (await import('./en-later.ts')).enLater
}
