import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createApiKeyStore } from './api/api-key.ts'
import { App, selectedLanguage } from './app/app.tsx'
import { createBoardMode } from './app/board-mode.ts'
import { CrashPage } from './app/error-boundary.tsx'
import { prefetch } from './app/prefetch.ts'
import { markBroken, ownVersion, watchVersion } from './app/version-check.ts'
import { createPreferences } from './board/preferences.ts'
import { isWall } from './board/routes.ts'
import { I18nContext, loadI18n } from './i18n/i18n.ts'
import { markFirstPaint } from './lib/after-first-paint.ts'
import { attempt } from './lib/attempt.ts'
import { browserStorage } from './lib/browser-storage.ts'
import { API_KEY_CHANNEL, withRoom } from './storage.ts'
import './styles/main.css'

/** Not awaited at the top of the module: what it loads imports this very chunk, and would wait for it forever. */
async function open(container: HTMLElement): Promise<void> {
  const session = browserStorage('sessionStorage')
  const local = browserStorage('localStorage')
  const persistent = local && withRoom(local)
  watchVersion({ own: ownVersion(), isWall, memory: session, reload: () => location.reload() })
  const preferences = createPreferences(persistent)
  // A browser that blocks cookies refuses channels.
  const keys = attempt(() => new BroadcastChannel(API_KEY_CHANNEL))
  const apiKey = createApiKeyStore(session, persistent, keys)
  window.addEventListener('storage', ({ key }) => apiKey.reload(key))
  const boards = createBoardMode(apiKey, preferences, persistent)
  const [i18n] = await Promise.all([
    loadI18n(selectedLanguage(preferences)),
    boards.start(new URLSearchParams(location.search)),
  ])
  const root = createRoot(container)
  // As a transition React draws in short tasks.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App boards={boards} preferences={preferences} i18n={i18n} />
      </StrictMode>,
    ),
  )
  void prefetch()
}

/** For an error before `App`, with its own error boundary, is rendered. */
async function openCrashPage(container: HTMLElement, error: unknown): Promise<void> {
  reportError(error)
  markBroken()
  const language = selectedLanguage(createPreferences(browserStorage('localStorage')))
  const i18n = await loadI18n(language).catch(() => loadI18n('fr'))
  // Nothing else will be drawn that what loads later could wait for.
  markFirstPaint()
  createRoot(container).render(
    <I18nContext value={i18n}>
      <CrashPage />
    </I18nContext>,
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
open(root).catch(error => openCrashPage(root, error))
