import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { type Paste, readPaste } from '../../tokens/read-paste.ts'
import { useBoard } from '../board-context.ts'
import { PasteOutcome } from './paste-outcome.tsx'

/** Takes one token or many and follows them; the line below says what became of each. */
export function AddForm() {
  const { t } = useText()
  const { tracked, poller } = useBoard()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Paste | 'nothing'>()

  function follow(event: FormEvent) {
    event.preventDefault()
    if (text.trim() === '') return setOutcome('nothing')
    const { rentals } = tracked.state.getState()
    const paste = readPaste(text, token => rentals.has(token))
    tracked.add(paste.added.map(token => ({ token })))
    poller.wake()
    setOutcome(paste)
    // What was refused stays in the field, to be mended.
    setText(paste.refused.map(({ text }) => text).join('\n'))
  }

  function submitOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <form ref={form} onSubmit={follow} noValidate>
      <label htmlFor={id} className="sr-only">
        {t.add.label}
      </label>
      <div className="flex items-start gap-2.5">
        <textarea
          id={id}
          rows={1}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={submitOnEnter}
          placeholder={t.add.placeholder}
          aria-describedby={`${id}-hint ${id}-outcome`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="field field-sizing-content max-h-60 min-h-12 resize-none py-3"
        />
        <button type="submit" className="button button-main min-h-12 rounded-lg px-5 text-base">
          {t.add.submit}
        </button>
      </div>
      <p id={`${id}-hint`} className="sr-only">
        {t.add.hint}
      </p>
      <div id={`${id}-outcome`} role="status" className="text-sm">
        {outcome && <PasteOutcome outcome={outcome} />}
      </div>
    </form>
  )
}
