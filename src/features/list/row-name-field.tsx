import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { MAX_NAME_CHARS } from '../../rentals/tracked-rental.ts'
import { listWords } from './words.ts'

/** Takes the place of the called name; whatever ends it saves, also a scroll that leaves the row, but Escape. */
export function RowNameField({ token, onLeave }: { token: string; onLeave: (isByKey: boolean) => void }) {
  const w = useWords(listWords)
  const { tracked } = useBoard()
  const draft = useRef('')
  useLayoutEffect(() => {
    return () => {
      const name = draft.current.trim()
      if (name !== '') tracked.edit(token, { name })
    }
  }, [tracked, token])

  function submit(event: FormEvent) {
    event.preventDefault()
    onLeave(true)
  }

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    draft.current = ''
    onLeave(true)
  }

  return (
    <form onSubmit={submit} className="relative z-10">
      <input
        aria-label={w.nameField}
        maxLength={MAX_NAME_CHARS}
        onChange={event => {
          draft.current = event.target.value
        }}
        onKeyDown={leaveOnEscape}
        onBlur={() => onLeave(false)}
        ref={field => field?.focus()}
        className="field rounded-md px-2 py-0.5"
      />
    </form>
  )
}
