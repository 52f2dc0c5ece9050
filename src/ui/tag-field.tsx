import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { useTracked } from '../board/board-context.ts'
import { useWords } from '../i18n/i18n.ts'
import { laterWords } from '../i18n/later-words.ts'
import { parseTags, suggestTags, tagsInUse } from '../rentals/tags.ts'

type TagFieldProps = {
  onAdd: (tags: readonly string[]) => void
  /** Called on Enter, and on Escape in an empty field; without it Escape is left to the surroundings. */
  onLeave?: () => void
  field?: Ref<HTMLInputElement>
}

export function TagField({ onAdd, onLeave, field }: TagFieldProps) {
  const w = useWords(laterWords)
  const id = useId()
  const [text, setText] = useState('')
  const rentals = useTracked(state => state.rentals)

  function add(typed: string) {
    const tags = parseTags(typed)
    if (tags.length > 0) onAdd(tags)
    setText('')
  }

  function change(typed: string) {
    if (typed.includes(',')) add(typed)
    else setText(typed)
  }

  function act(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      add(text)
      onLeave?.()
    } else if (event.key === 'Escape' && text !== '') setText('')
    else if (event.key === 'Escape' && onLeave !== undefined) onLeave()
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        ref={field}
        aria-label={w.tagField}
        aria-description={w.tagHint}
        placeholder={w.tagField}
        list={id}
        value={text}
        onChange={event => change(event.target.value)}
        onKeyDown={act}
        autoComplete="off"
        enterKeyHint="done"
        className="field min-h-9 w-auto min-w-48 max-w-60 flex-1 rounded-md py-1 text-ink text-sm pointer-coarse:min-h-11 [&::-webkit-calendar-picker-indicator]:hidden!"
      />
      <datalist id={id}>
        {suggestTags(tagsInUse(rentals), text).map(tag => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  )
}
