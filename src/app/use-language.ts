import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PreferencesStore } from '../board/preferences.ts'
import type { I18n } from '../i18n/i18n.ts'
import { loadI18n } from '../i18n/i18n.ts'
import { type Language, resolveLocale } from '../i18n/resolve-locale.ts'

/** The language that the user chose, or else the browser's. */
export function selectedLanguage(preferences: PreferencesStore): Language {
  const { language } = preferences.state.getState()
  return language === 'system' ? resolveLocale(navigator.languages) : language
}

/** The words of the selected language; while another one loads, those of the one before. */
export function useLanguage(preferences: PreferencesStore, loaded: I18n): I18n {
  const [text, setText] = useState(loaded)
  const language = useStore(preferences.state, () => selectedLanguage(preferences))

  useEffect(() => {
    let isCurrent = true
    if (language === text.language) return
    void loadI18n(language).then(next => isCurrent && setText(next))
    return () => {
      isCurrent = false
    }
  }, [language, text.language])

  useEffect(() => {
    document.documentElement.lang = text.language
  }, [text])
  return text
}
