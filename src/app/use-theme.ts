import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import type { PreferencesStore } from '../domain/preferences.ts'

/** Gives the page the theme that the user chose; without a choice the system's shows through. */
export function useTheme(preferences: PreferencesStore): void {
  const theme = useStore(preferences.state, state => state.theme)
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
