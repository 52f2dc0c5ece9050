import { useState } from 'react'
import { crashWords } from '../i18n/crash-words.ts'
import { useWords } from '../i18n/i18n.ts'
import { attempt } from '../lib/attempt.ts'
import { browserStorage } from '../lib/browser-storage.ts'
import { copyText } from '../lib/copy-text.ts'
import { dropOldest } from '../storage.ts'
import { Button } from '../ui/button.tsx'
import { storedCopy } from './stored-copy.ts'

/** What to do when the page itself fails: also when what is stored makes it fail at every load. */
export function CrashPage() {
  const w = useWords(crashWords)
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
      <h1 className="font-semibold text-2xl tracking-tight">{w.title}</h1>
      <p className="mt-2 text-muted">{w.text}</p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <Button className="button-main" words={w.reload} onClick={() => location.reload()} />
        <Button words={w.restart} onClick={restart} />
        <Button words={w.copy} onClick={copy} />
      </div>
      {copied && (
        <p role="status" className="mt-4 text-muted">
          {copied.byHand ? w.copyByHand : w.copied}
        </p>
      )}
      {copied?.byHand && (
        <textarea
          readOnly
          rows={8}
          aria-label={w.copy}
          value={copied.text}
          onFocus={event => event.target.select()}
          className="field mt-2 w-full"
        />
      )}
    </main>
  )
}
