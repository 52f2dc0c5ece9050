import { useEffect } from 'react'
import { useStore } from 'zustand'
import { BoardContext } from '../components/board-context.ts'
import type { PreferencesStore } from '../domain/preferences.ts'
import { type Text, TextContext } from '../i18n/text.ts'
import { noteCommit } from '../lib/first-picture.ts'
import type { BoardSwitch } from './board-switch.ts'
import { CrashGuard } from './crash-guard.tsx'
import { Page } from './page.tsx'
import { useLanguage } from './use-language.ts'
import { useTheme } from './use-theme.ts'

type AppProps = { boards: BoardSwitch; preferences: PreferencesStore; text: Text }

/** The page in the user's language and theme, around the board that is shown. */
export function App({ boards, preferences, text }: AppProps) {
  const board = useStore(boards.store, state => state.board)
  const spoken = useLanguage(preferences, text)
  useTheme(preferences)
  useEffect(noteCommit, [])
  return (
    <TextContext value={spoken}>
      <CrashGuard>
        {board && (
          <BoardContext value={board}>
            <Page key={board.isDemo ? 'demo' : 'live'} boards={boards} />
          </BoardContext>
        )}
      </CrashGuard>
    </TextContext>
  )
}
