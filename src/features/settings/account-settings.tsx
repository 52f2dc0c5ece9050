import { useSyncExternalStore } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useFilesOffered } from '../../board/use-files-offered.ts'
import { useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { Button } from '../../ui/button.tsx'
import { useServerKey } from './use-server-key.ts'
import { settingsWords } from './words.ts'

/** Shorter keys show nothing of themselves. */
const MIN_KEY_CHARS = 12

/** Which key the checks are made with, and the way to another. */
export function AccountSettings() {
  const later = useWords(laterWords)
  const w = useWords(settingsWords)
  const { isDemo, dialogs, apiKey } = useBoard()
  const isFileOffered = useFilesOffered()
  const serverKey = useServerKey()
  const typed = useSyncExternalStore(apiKey.subscribe, apiKey.get)

  function inUse(): string {
    if (isDemo) return w.key.inUse.demo
    if (serverKey) return w.key.inUse.server
    if (typed !== undefined) return w.key.inUse.typed(typed.length < MIN_KEY_CHARS ? '' : typed.slice(-4))
    return serverKey === undefined ? '' : w.key.inUse.none
  }

  const change = typed === undefined ? later.enterKey : w.key.change
  return (
    <section>
      <h4 className="mb-1.5 font-medium">{w.preferences.account}</h4>
      <p className="mb-2 empty:hidden">{inUse()}</p>
      {(isDemo || serverKey !== true) && (
        <Button words={isDemo ? later.demo.connect : change} onClick={() => dialogs.open('key')} />
      )}
      {isFileOffered === false && <p className="mt-2 text-muted text-sm">{w.preferences.filesOff}</p>}
    </section>
  )
}
