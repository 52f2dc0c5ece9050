import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createApiKeyStore } from './api/api-key.ts'
import { App } from './app/app.tsx'
import { createBoardSwitch } from './app/board-switch.ts'
import { fetchAhead } from './app/fetch-ahead.ts'
import { ownVersion, watchVersion } from './app/new-version.ts'
import { chosenLanguage } from './app/use-language.ts'
import { setLaterNeeds } from './components/later-needs.ts'
import { isWall } from './components/wall/wall-address.ts'
import { createPreferences } from './domain/preferences.ts'
import { loadFullText } from './i18n/full-text.ts'
import { loadText, type Text } from './i18n/text.ts'
import { breathe } from './lib/breathe.ts'
import { browserStorage } from './lib/browser-storage.ts'
import './styles/first.css'

/** Not awaited at the top of the module: what it loads imports this very chunk, and would wait for it forever. */
async function open(container: HTMLElement): Promise<void> {
  const session = browserStorage('sessionStorage')
  const persistent = browserStorage('localStorage')
  watchVersion({ own: ownVersion(), isWall, memory: session, reload: () => location.reload() })

  // Each part of the start is a task of its own, so that none of them is long.
  await breathe()
  const preferences = createPreferences(persistent)

  // The first look into the storage waits for the browser.
  await breathe()
  const apiKey = createApiKeyStore(session, persistent)
  const boards = createBoardSwitch(apiKey, preferences)
  const language = chosenLanguage(preferences)
  setLaterNeeds(() => Promise.all([loadFullText(language), import('./styles/later.ts')]))

  await breathe()
  const [text] = await Promise.all([loadText(language), boards.start(new URLSearchParams(location.search))])
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
  void fetchAhead()
}

/** The first number that a browser writes, and the first plural, take as long as many rows. */
function warmUp({ t, f }: Text): void {
  f.number(1)
  f.euros('1')
  t.live.tracked(1)
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
void open(root)
