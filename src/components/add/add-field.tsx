import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useI18n } from '../../i18n/i18n.ts'
import { useBoard } from '../board-context.ts'
import { useMedia } from '../use-media.ts'
import { noteEarly } from './typed-early.ts'

/** The form that adds rentals as a page shows it first; what is done in it is handed over to the one that acts. */
export function AddField() {
  const { t } = useI18n()
  const id = useId()
  const { tracked } = useBoard()
  const field = useRef<HTMLTextAreaElement>(null)
  const isSmall = useMedia('(width < 40rem)')

  // On an empty board there is nothing else to do; with rentals on it, the focus is for the user to give.
  useEffect(() => {
    if (tracked.state.getState().rentals.size === 0) field.current?.focus({ preventScroll: true })
  }, [tracked])

  function submit(event: FormEvent) {
    event.preventDefault()
    noteEarly({ isSubmitted: true })
  }

  function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }

  return (
    <form className="print:hidden" onSubmit={submit} noValidate>
      <label htmlFor={id} className="sr-only">
        {t.add.label}
      </label>
      <div className="flex items-start gap-2.5">
        <textarea
          ref={field}
          id={id}
          rows={1}
          onChange={event => noteEarly({ text: event.currentTarget.value })}
          onPaste={() => noteEarly({ isPasted: true })}
          onFocus={() => noteEarly({ hasFocus: true })}
          onBlur={() => noteEarly({ hasFocus: false })}
          onKeyDown={submitOnEnter}
          placeholder={isSmall ? t.add.placeholderBrief : t.add.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="field field-sizing-content max-h-60 min-h-12 resize-none py-3"
        />
        <button
          type="submit"
          // The form that acts may take this one's place before the press has become a click.
          onPointerDown={() => noteEarly({ isSubmitted: true })}
          className="button button-main min-h-12 rounded-lg px-5 text-base"
        >
          {t.add.submit}
        </button>
      </div>
    </form>
  )
}
