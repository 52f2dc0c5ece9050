import { createContext, use } from 'react'
import { createFormats, type Formats } from './formats.ts'
import { fr } from './fr.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages.ts'

/** One language: its words (`t`) and its way of writing numbers, money and times (`f`). */
export type Text = { readonly language: Language; readonly t: Messages; readonly f: Formats }

/** Loads a language; English is a chunk of its own. */
export async function loadText(language: Language): Promise<Text> {
  const t = language === 'fr' ? fr : (await import('./en.ts')).en
  return { language, t, f: createFormats(language) }
}

export const TextContext = createContext<Text | undefined>(undefined)

/** The language that the board speaks. */
export function useText(): Text {
  const text = use(TextContext)
  if (text === undefined) throw new Error('useText needs a TextContext around it')
  return text
}
