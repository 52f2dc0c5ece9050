import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createApiKeyStore } from './api/api-key.ts'
import { App } from './app/app.tsx'
import { createBoardMode } from './app/board-mode.ts'
import { CrashPage } from './app/crash-page.tsx'
import { prefetch } from './app/prefetch.ts'
import { selectedLanguage } from './app/use-language.ts'
import { markBroken, ownVersion, watchVersion } from './app/version-check.ts'
import { setLaterNeeds } from './components/later-needs.ts'
import { isWall } from './components/wall/wall-route.ts'
import { createPreferences } from './domain/preferences.ts'
import { type I18n, I18nContext, loadI18n, loadI18n } from './i18n/i18n.ts'
import { breathe } from './lib/breathe.ts'
import { browserStorage } from './lib/browser-storage.ts'
import { withRoom } from './polling/storage-room.ts'
import './styles/first.css'

/** Not awaited at the top of the module: what it loads imports this very chunk, and would wait for it forever. */
async function open(container: HTMLElement): Promise<void> {
  const session = browserStorage('sessionStorage')
  watchVersion({ own: ownVersion(), isWall, memory: session, reload: () => location.reload() })

  // Each part of the start is a task of its own, so that none of them is long.
  await breathe()
  // The first look into the storage waits for the browser.
  const local = browserStorage('localStorage')
  const persistent = local && withRoom(local)

  await breathe()
  const preferences = createPreferences(persistent)
  const apiKey = createApiKeyStore(session, persistent)
  const boards = createBoardMode(apiKey, preferences, persistent)
  const language = selectedLanguage(preferences)
  setLaterNeeds(() => Promise.all([loadI18n(language), import('./styles/later.ts')]))

  await breathe()
  const [text] = await Promise.all([loadI18n(language), boards.start(new URLSearchParams(location.search))])
  await breathe()
  warmUp(text)

  await breathe()
  const root = createRoot(container)
  // As a transition React draws in short tasks, too.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App boards={boards} preferences={preferences} text={text} />
      </StrictMode>,
    ),
  )
  void prefetch()
}

/** What stands there when the board cannot even be put together, and cannot say so itself. */
async function openCrashPage(container: HTMLElement, error: unknown): Promise<void> {
  reportError(error)
  markBroken()
  const language = selectedLanguage(createPreferences(browserStorage('localStorage')))
  const text = await loadI18n(language).catch(() => loadI18n('fr'))
  createRoot(container).render(
    <I18nContext value={text}>
      <CrashPage />
    </I18nContext>,
  )
}

/** The first number that a browser writes, and the first plural, take as long as many rows. */
function warmUp({ t, f }: I18n): void {
  f.number(1)
  f.euros('1')
  t.live.tracked(1)
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
open(root).catch(error => openCrashPage(root, error))
