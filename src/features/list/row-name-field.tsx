import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useBoard } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { MAX_NAME_CHARS } from '../../rentals/tracked-rental.ts'
import { listWords } from './words.ts'

/** Takes the place of the called name; Enter and a press elsewhere save, Escape leaves all as it was. */
export function RowNameField({ token, onLeave }: { token: string; onLeave: (isByKey: boolean) => void }) {
  const w = useWords(listWords)
  const { tracked } = useBoard()
  const [draft, setDraft] = useState('')

  function save() {
    const name = draft.trim()
    if (name !== '') tracked.edit(token, { name })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    save()
    onLeave(true)
  }

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onLeave(true)
  }

  return (
    <form onSubmit={submit} className="relative z-10">
      <input
        aria-label={w.nameField}
        value={draft}
        maxLength={MAX_NAME_CHARS}
        onChange={event => setDraft(event.target.value)}
        onKeyDown={leaveOnEscape}
        onBlur={() => {
          save()
          onLeave(false)
        }}
        ref={field => field?.focus()}
        className="field rounded-md px-2 py-0.5"
      />
    </form>
  )
}
