import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApiKeyStore } from './api/api-key.ts'
import { App } from './app/app.tsx'
import { createBoardSwitch } from './app/board-switch.ts'
import { CrashGuard } from './app/crash-guard.tsx'
import { chooseLanguage } from './i18n/language.ts'
import { loadText, TextContext } from './i18n/text.ts'
import { browserStorage } from './lib/browser-storage.ts'
import './styles.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const apiKey = createApiKeyStore(browserStorage('sessionStorage'), browserStorage('localStorage'))
const boards = createBoardSwitch(apiKey)
const [text] = await Promise.all([
  loadText(chooseLanguage(navigator.languages)),
  boards.start(new URLSearchParams(location.search)),
])
document.documentElement.lang = text.language
document.title = text.t.title

createRoot(root).render(
  <StrictMode>
    <TextContext value={text}>
      <CrashGuard>
        <App boards={boards} />
      </CrashGuard>
    </TextContext>
  </StrictMode>,
)
