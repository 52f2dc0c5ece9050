import { useState } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { MAX_NOTE_CHARS } from '../../rentals/tracked-rental.ts'
import { Section } from '../../ui/section.tsx'
import { NameField, OpenButton } from './name-editors.tsx'
import { detailWords } from './words.ts'

/** One line of the user's own. */
export function NoteSection({ token }: { token: string }) {
  const w = useWords(detailWords)
  const { tracked } = useBoard()
  const note = useStore(tracked.state, ({ rentals }) => rentals.get(token)?.note)
  const [isEditing, setIsEditing] = useState(false)
  return (
    <Section title={w.note}>
      {isEditing ? (
        <NameField
          name={note}
          label={w.note}
          maxLength={MAX_NOTE_CHARS}
          onSave={note => tracked.edit(token, { note })}
          onLeave={() => setIsEditing(false)}
        />
      ) : (
        <>
          <span className={`wrap-anywhere ${note === undefined ? 'text-muted' : ''}`}>
            {note ?? w.noNote}
          </span>
          <OpenButton label={note === undefined ? w.addNote : w.editNote} onOpen={() => setIsEditing(true)} />
        </>
      )}
    </Section>
  )
}
