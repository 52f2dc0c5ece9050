import { createContext, use } from 'react'
import { createFormats, type Formats } from './formats.ts'
import { fr, type Messages } from './fr.ts'
import type { Language } from './resolve-locale.ts'

/** One language: its words (`t`) and its way of writing numbers, money and times (`f`). */
export type I18n = { readonly language: Language; readonly t: Messages; readonly f: Formats }

/** French is there from the first; the others are chunks of their own. */
const loaders: Readonly<Record<Language, () => Messages | Promise<Messages>>> = {
  fr: () => fr,
  en: async () => (await import('./en.ts')).en,
}

const loaded = new Map<Language, I18n>()

/** Loads a language, and makes its formatters once. */
export async function loadI18n(language: Language): Promise<I18n> {
  const t = await loaders[language]()
  const i18n = loaded.get(language) ?? { language, t, f: createFormats(language) }
  loaded.set(language, i18n)
  return i18n
}

export const I18nContext = createContext<I18n | undefined>(undefined)

/** The language that the board speaks, with the words of one feature (`w`) where they are asked for. */
export function useI18n(): I18n
export function useI18n<Words>(words: Readonly<Record<Language, Words>>): I18n & { readonly w: Words }
export function useI18n<Words>(words?: Readonly<Record<Language, Words>>): I18n & { readonly w?: Words } {
  const i18n = use(I18nContext)
  if (i18n === undefined) throw new Error('useI18n needs an I18nContext around it')
  return words ? { ...i18n, w: words[i18n.language] } : i18n
}

/** The words of one feature, which stand in its own folder and load with it, in the board's language. */
export function useWords<Words>(words: Readonly<Record<Language, Words>>): Words {
  return words[useI18n().language]
}
