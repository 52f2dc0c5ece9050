import { createContext, use } from 'react'
import { createFormats, type Formats } from './formats.ts'
import { fr } from './fr.ts'
import type { FirstMessages } from './messages.ts'
import type { Language } from './resolve-locale.ts'

/** One language: the words of the first picture (`t`) and its way of writing numbers, money and times (`f`). */
export type Text = { readonly language: Language; readonly t: FirstMessages; readonly f: Formats }

const loaded = new Map<Language, Text>()

/** Loads a language, and makes its formatters once; English is a chunk of its own. */
export async function loadText(language: Language): Promise<Text> {
  const t = language === 'fr' ? fr : (await import('./en.ts')).en
  const text = loaded.get(language) ?? { language, t, f: createFormats(language) }
  loaded.set(language, text)
  return text
}

export const TextContext = createContext<Text | undefined>(undefined)

/** The language that the board speaks, with the words of the first picture. */
export function useText(): Text {
  const text = use(TextContext)
  if (text === undefined) throw new Error('useText needs a TextContext around it')
  return text
}
