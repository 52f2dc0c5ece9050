import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { isSendable } from '../../api/api-key.ts'
import { accountFaultOf } from '../../api/errors.ts'
import { toFault } from '../../api/fault.ts'
import { checkKey } from '../../api/fetch-rental.ts'
import { useBoard } from '../../board/board-context.ts'
import { focusPasteField } from '../../board/paste-field.ts'
import { formatError } from '../../format/format-error.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useServerKey } from './use-server-key.ts'
import { settingsWords } from './words.ts'

type DialogProps = { onClose: () => void }

export function KeyDialog({ onClose }: DialogProps) {
  const w = useWords(settingsWords).key
  const part = useRef<HTMLDivElement>(null)
  const serverKey = useServerKey() === true
  // On what is asked of the user, not on the cross; and once more where the server's answer puts another part there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part that is shown follows from it
  useEffect(() => part.current?.querySelector<HTMLElement>('input, button')?.focus(), [serverKey])
  return (
    <Modal title={w.title} onClose={onClose}>
      <div ref={part}>{serverKey ? <ServerKeyPart onClose={onClose} /> : <KeyForm onClose={onClose} />}</div>
    </Modal>
  )
}

/** The server's own key counts alone: one that is typed here would do nothing. */
function ServerKeyPart({ onClose }: DialogProps) {
  const { t } = useI18n()
  const w = useWords(settingsWords).key
  const later = useWords(laterWords)
  const { leaveDemo } = useBoard()
  return (
    <>
      <p>{leaveDemo ? w.serverHasKey : w.serverKeyCounts}</p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button words={t.close} onClick={onClose} />
        {leaveDemo && <Button className="button-main" words={later.demo.leave} onClick={leaveDemo} />}
      </div>
    </>
  )
}

/** What is wrong with the key; `isUnverified` when nobody could say, so that the user may connect all the same. */
type Outcome = { readonly words: string; readonly isUnverified?: boolean }

function KeyForm({ onClose }: DialogProps) {
  const text = useI18n()
  const { t } = text
  const w = useWords(settingsWords).key
  const { apiKey, isDemo, toasts, poller } = useBoard()
  const id = useId()
  const [key, setKey] = useState('')
  const [remember, setRemember] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const [checking, setChecking] = useState<AbortController>()
  const isConnected = useRef(false)
  const isUnverified = outcome?.isUnverified === true

  useEffect(() => () => checking?.abort(), [checking])
  // Once the dialog is gone: the page behind it takes no focus.
  useEffect(
    () => () => {
      if (isConnected.current) focusPasteField()
    },
    [],
  )

  async function check(event: FormEvent) {
    event.preventDefault()
    if (checking) return
    const typed = key.trim()
    if (!isSendable(typed)) return setOutcome({ words: w.malformed })
    const controller = new AbortController()
    setChecking(controller)
    setOutcome(undefined)
    const checked = await checkKey({ apiKey: typed, signal: controller.signal }).then(
      error => ({ error }),
      () => undefined,
    )
    setChecking(undefined)
    if (checked?.error !== undefined) setOutcome(outcomeOf(checked.error))
    else if (checked) connect(w.connected)
  }

  function outcomeOf(error: unknown): Outcome {
    const fault = accountFaultOf(error)
    if (fault !== undefined) return { words: w.answers[fault] }
    return { words: `${w.unverified} ${formatError(toFault(error), text)}`, isUnverified: true }
  }

  function connect(words: string) {
    isConnected.current = true
    toasts.getState().show({ text: words })
    apiKey.set(key, { remember })
    // From the demonstration the account opens as another page, and the dialog goes with this one.
    if (isDemo) return
    // The key may be the one before, of an account that is accepted again.
    poller.retry()
    onClose()
  }

  return (
    <form onSubmit={check} noValidate className="grid gap-4" aria-busy={checking !== undefined}>
      <p className="text-muted">{w.text}</p>
      <div>
        <label htmlFor={`${id}-key`} className="mb-1.5 block font-medium">
          {w.label}
        </label>
        <input
          id={`${id}-key`}
          type="password"
          value={key}
          onChange={event => {
            setKey(event.target.value)
            setOutcome(undefined)
          }}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={outcome !== undefined && !isUnverified}
          aria-describedby={`${id}-outcome`}
          className="field font-mono"
        />
        <p id={`${id}-outcome`} role="alert" className="mt-1.5 text-failed text-sm empty:hidden">
          {outcome && <span>{outcome.words}</span>}
        </p>
      </div>
      <Checkbox label={w.remember} hint={w.rememberHint} checked={remember} onChange={setRemember} />
      <div className="flex flex-wrap justify-end gap-2">
        {apiKey.get() !== undefined && (
          <Button
            words={w.forget}
            className="mr-auto"
            onClick={() => {
              apiKey.forget()
              poller.retry()
              onClose()
            }}
          />
        )}
        <Button words={t.cancel} onClick={onClose} />
        {isUnverified && <Button words={w.connectAnyway} onClick={() => connect(w.unverified)} />}
        <Button
          className="button-main"
          words={checking ? w.checking : isUnverified ? t.retry : w.submit}
          type="submit"
        />
      </div>
    </form>
  )
}
