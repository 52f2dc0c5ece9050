import { useState } from 'react'
import { useWords } from '../i18n/i18n.ts'
import type { Language } from '../i18n/resolve-locale.ts'
import { attempt } from '../lib/attempt.ts'
import { browserStorage } from '../lib/browser-storage.ts'
import { copyText } from '../lib/copy-text.ts'
import { COPIED_PREFIXES, dropOldest, PREFERENCES_KEY, storageKeys, TRACKED_PREFIX } from '../storage.ts'
import { Button } from '../ui/button.tsx'

const fr = {
  title: 'Le tableau a rencontré une erreur',
  text: 'Rechargez la page pour reprendre le suivi. Si l’erreur revient, recommencez sans les réponses gardées\u00a0: la liste de vos locations, leurs noms et leurs étiquettes restent, et les réponses sont redemandées. Vous pouvez aussi copier tout ce qui est enregistré, sauf votre clé.',
  reload: 'Recharger',
  restart: 'Recommencer sans les réponses gardées',
  copy: 'Copier tout',
  copied: 'Copié. Collez-le dans un fichier JSON\u00a0: les réglages du tableau le restaurent.',
  copyByHand:
    'Le navigateur refuse de copier\u00a0: copiez ce texte vous-même dans un fichier JSON, que les réglages du tableau restaurent.',
}

const en: typeof fr = {
  title: 'The board ran into an error',
  text: 'Reload the page to continue. If the error comes back, start again without the saved replies: your rentals, their names and their tags stay, and the replies are fetched again. You can also copy everything that is stored, except your key.',
  reload: 'Reload',
  restart: 'Start again without the saved replies',
  copy: 'Copy everything',
  copied: 'Copied. Paste it into a JSON file, which you can restore from the board’s settings.',
  copyByHand:
    'The browser will not copy: copy this text yourself into a JSON file, which you can restore from the board’s settings.',
}

const crashWords: Readonly<Record<Language, typeof fr>> = { fr, en }

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
