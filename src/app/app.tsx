import { useEffect, useInsertionEffect, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import { BoardContext } from '../board/board-context.ts'
import type { PreferencesStore } from '../board/preferences.ts'
import { type I18n, I18nContext, loadI18n } from '../i18n/i18n.ts'
import { type Language, resolveLocale } from '../i18n/resolve-locale.ts'
import { markFirstPaint } from '../lib/after-first-paint.ts'
import type { BoardMode } from './board-mode.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Page } from './page.tsx'

type AppProps = {
  boards: BoardMode
  preferences: PreferencesStore
  /** The language to open in. */
  i18n: I18n
}

/** The page in the user's language and theme, around the board that is shown. */
export function App({ boards, preferences, i18n }: AppProps) {
  const board = useStore(boards.store, state => state.board)
  const spoken = useLanguage(preferences, i18n)
  useTheme(preferences)
  useEffect(markFirstPaint, [])
  return (
    <I18nContext value={spoken}>
      <ErrorBoundary>
        {board && (
          <BoardContext value={board}>
            <Page key={board.isDemo ? 'demo' : 'live'} boards={boards} />
          </BoardContext>
        )}
      </ErrorBoundary>
    </I18nContext>
  )
}

/** Gives the page the theme that the user chose; without a choice the system's shows through. */
function useTheme(preferences: PreferencesStore): void {
  const theme = useStore(preferences.state, state => state.theme)
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}

/** The language that the user chose, or else the browser's. */
export function selectedLanguage(preferences: PreferencesStore): Language {
  const { language } = preferences.state.getState()
  return language === 'system' ? resolveLocale(navigator.languages) : language
}

/** The words of the selected language; while another one loads, those of the one before. */
function useLanguage(preferences: PreferencesStore, loaded: I18n): I18n {
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

  // Before anything is measured: another language lays the whole page out anew.
  useInsertionEffect(() => {
    // Said once more, even the same language has the browser restyle the whole page.
    if (document.documentElement.lang !== text.language) document.documentElement.lang = text.language
  }, [text])
  return text
}
