import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApiKeyStore } from './api/api-key.ts'
import { App } from './app/app.tsx'
import { createBoardSwitch } from './app/board-switch.ts'
import { ownVersion, watchVersion } from './app/new-version.ts'
import { chosenLanguage } from './app/use-language.ts'
import { setLaterNeeds } from './components/later-needs.ts'
import { isWall } from './components/wall/wall-address.ts'
import { createPreferences } from './domain/preferences.ts'
import { loadFullText } from './i18n/full-text.ts'
import { loadText } from './i18n/text.ts'
import { browserStorage } from './lib/browser-storage.ts'
import './styles/first.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const session = browserStorage('sessionStorage')
watchVersion({ own: ownVersion(), isWall, memory: session, reload: () => location.reload() })

const persistent = browserStorage('localStorage')
const preferences = createPreferences(persistent)
const apiKey = createApiKeyStore(session, persistent)
const boards = createBoardSwitch(apiKey, preferences)
setLaterNeeds(() => Promise.all([loadFullText(chosenLanguage(preferences)), import('./styles/later.ts')]))

/** Not awaited at the top of the module: what it loads imports this very chunk, and would wait for it forever. */
async function draw(container: HTMLElement): Promise<void> {
  const [text] = await Promise.all([
    loadText(chosenLanguage(preferences)),
    boards.start(new URLSearchParams(location.search)),
  ])

  createRoot(container).render(
    <StrictMode>
      <App boards={boards} preferences={preferences} text={text} />
    </StrictMode>,
  )
}

void draw(root)
