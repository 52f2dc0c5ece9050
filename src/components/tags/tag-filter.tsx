import { X } from 'lucide'
import { useStore } from 'zustand'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../icon.tsx'
import { toggleTag, viewStore } from '../view-store.ts'
import { tagColours } from './tag-colours.ts'

/** The tags that the list is filtered by; pressing one lifts it. */
export function TagFilter() {
  const { t } = useText()
  const tags = useStore(viewStore, state => state.tags)
  return [...tags].map(tag => (
    <button
      key={tag}
      type="button"
      aria-label={t.tools.unfilter(tag)}
      title={t.tools.unfilter(tag)}
      onClick={() => toggleTag(tag)}
      className={`inline-flex min-h-9 min-w-0 max-w-60 items-center gap-1.5 rounded-full border border-transparent pr-2.5 pl-3 text-sm hover:border-current pointer-coarse:min-h-11 ${tagColours(tag)}`}
    >
      <span className="truncate">{tag}</span>
      <Icon of={X} className="size-3.5 shrink-0" />
    </button>
  ))
}
