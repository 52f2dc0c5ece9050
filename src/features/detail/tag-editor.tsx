import { X } from 'lucide'
import { useRef } from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { addTags, tagsInUse } from '../../rentals/tags.ts'
import { Icon } from '../../ui/icon.tsx'
import { TagButton } from '../../ui/tag-button.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { detailWords } from './words.ts'

const none: readonly string[] = []

export function TagEditor({ token }: { token: string }) {
  const w = useWords(detailWords)
  const later = useWords(laterWords)
  const { tracked, toasts } = useBoard()
  const tags = useTracked(({ rentals }) => rentals.get(token)?.tags ?? none)
  const field = useRef<HTMLInputElement>(null)

  function add(more: readonly string[]) {
    const added = addTags(tags, more, tagsInUse(tracked.state.getState().rentals))
    tracked.edit(token, { tags: added.tags })
    if (added.leftOut > 0) toasts.getState().show({ text: later.tagsLeftOut(added.leftOut) })
  }

  function remove(tag: string) {
    tracked.edit(token, { tags: tags.filter(other => other !== tag) })
    field.current?.focus()
  }

  return (
    <fieldset className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1.5" aria-label={w.tags}>
      {tags.map(tag => (
        <span key={tag} className="flex min-w-0 max-w-full items-center">
          <TagButton tag={tag} />
          <button
            type="button"
            aria-label={w.untag(tag)}
            title={w.untag(tag)}
            onClick={() => remove(tag)}
            className="grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
          >
            <Icon of={X} className="size-3.5" />
          </button>
        </span>
      ))}
      <TagField onAdd={add} field={field} />
    </fieldset>
  )
}
