import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import { toggleTag, viewStore } from '../view-store.ts'
import { tagColours } from './tag-colours.ts'

/** A tag; pressing it lists only what carries it, pressing again all. */
export function TagButton({ tag, inTabOrder = true }: { tag: string; inTabOrder?: boolean }) {
  const { t } = useText()
  const isPressed = useStore(viewStore, ({ tags }) => tags.has(tag))
  return (
    <button
      type="button"
      tabIndex={inTabOrder ? undefined : -1}
      aria-pressed={isPressed}
      aria-label={t.tools.tagFilter(tag)}
      title={tag}
      onClick={() => toggleTag(tag)}
      className={`min-w-0 truncate rounded-full border border-transparent px-2 text-xs leading-4.5 hover:border-current aria-pressed:border-current ${tagColours(tag)}`}
    >
      {tag}
    </button>
  )
}
