import { Component, type ReactNode, useState } from 'react'
import { useI18n } from '../i18n/i18n.ts'
import { attempt } from '../lib/attempt.ts'
import { browserStorage } from '../lib/browser-storage.ts'
import { copyText } from '../lib/copy-text.ts'
import { dropOldest } from '../polling/check-storage.ts'
import { COPIED_PREFIXES, PREFERENCES_KEY, storageKeys, TRACKED_PREFIX } from '../storage.ts'
import { Button } from '../ui/button.tsx'
import { markBroken } from './version-check.ts'

/** What to do when the page itself fails: also when what is stored makes it fail at every load. */
export function CrashPage() {
  const { t } = useI18n()
  const [copied, setCopied] = useState<{ text: string; byHand: boolean }>()
  const storage = browserStorage('localStorage')

  function restart() {
    attempt(() => storage && dropOldest(storage, 0))
    location.reload()
  }

  async function copy() {
    const text = attempt(() => storage && storedCopy(storage)) ?? ''
    setCopied({ text, byHand: !(await copyText(text)) })
  }

  return (
    <main role="alert" className="mx-auto max-w-prose px-6 py-24 text-center">
      <h1 className="font-semibold text-2xl tracking-tight">{t.crash.title}</h1>
      <p className="mt-2 text-muted">{t.crash.text}</p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <Button className="button-main" words={t.crash.reload} onClick={() => location.reload()} />
        <Button words={t.crash.restart} onClick={restart} />
        <Button words={t.crash.copy} onClick={copy} />
      </div>
      {copied && (
        <p role="status" className="mt-4 text-muted">
          {copied.byHand ? t.crash.copyByHand : t.crash.copied}
        </p>
      )}
      {copied?.byHand && (
        <textarea
          readOnly
          rows={8}
          aria-label={t.crash.copy}
          value={copied.text}
          onFocus={event => event.target.select()}
          className="field mt-2 w-full"
        />
      )}
    </main>
  )
}

/** Shows what to do when the page itself fails, in place of a blank one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override componentDidCatch() {
    markBroken()
  }

  override render() {
    return this.state.hasCrashed ? <CrashPage /> : this.props.children
  }
}

/**
 * Everything that the board has stored, but never the account's key, as the text of a backup that can be restored. It
 * is read word for word: what cannot be understood is in it, too.
 */
export function storedCopy(storage: Storage): string {
  const keys = COPIED_PREFIXES.flatMap(prefix => storageKeys(storage, prefix))
  const read = (key: string): unknown => {
    const text = storage.getItem(key)
    return attempt(() => JSON.parse(text ?? 'null')) ?? text
  }
  const copy = {
    format: 'rental-board',
    version: 1,
    savedAt: Date.now(),
    rentals: storageKeys(storage, TRACKED_PREFIX).map(read),
    preferences: read(PREFERENCES_KEY),
    stored: Object.fromEntries(keys.map(key => [key, storage.getItem(key)])),
  }
  return JSON.stringify(copy, null, 2)
}
