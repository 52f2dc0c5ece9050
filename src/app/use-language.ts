import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PreferencesStore } from '../domain/preferences.ts'
import { loadFullText } from '../i18n/full-text.ts'
import { type Language, resolveLocale } from '../i18n/resolve-locale.ts'
import type { Text } from '../i18n/text.ts'

/** The language that the user chose, or else the browser's. */
export function selectedLanguage(preferences: PreferencesStore): Language {
  const { language } = preferences.state.getState()
  return language === 'system' ? resolveLocale(navigator.languages) : language
}

/** The words of the selected language; while another one loads, those of the one before. */
export function useLanguage(preferences: PreferencesStore, loaded: Text): Text {
  const [text, setText] = useState(loaded)
  const language = useStore(preferences.state, () => selectedLanguage(preferences))

  useEffect(() => {
    let isCurrent = true
    if (language === text.language) return
    void loadFullText(language).then(next => isCurrent && setText(next))
    return () => {
      isCurrent = false
    }
  }, [language, text.language])

  useEffect(() => {
    document.documentElement.lang = text.language
  }, [text])
  return text
}
