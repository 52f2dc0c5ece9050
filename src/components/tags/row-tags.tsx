import { useText } from '../../i18n/text.ts'
import { TagButton } from './tag-button.tsx'

/** How many tags of a rental a row shows. */
const SHOWN = 2

/** The first tags of a rental, and how many more it has; the search and the detail lead to all of them. */
export function RowTags({ tags }: { tags: readonly string[] }) {
  const { t, f } = useText()
  const rest = tags.slice(SHOWN)
  return (
    <span className="relative z-10 flex pointer-coarse:pointer-events-none min-w-0 max-w-full items-center gap-1 *:first:max-w-3/5 *:first:shrink-0 *:only:max-w-full">
      {tags.slice(0, SHOWN).map(tag => (
        <TagButton key={tag} tag={tag} inRow />
      ))}
      {rest.length > 0 && (
        <span className="shrink-0 text-muted text-xs" title={rest.join(', ')}>
          <span aria-hidden="true">+{f.number(rest.length)}</span>
          <span className="sr-only">{t.tools.moreTags(rest.join(', '))}</span>
        </span>
      )}
    </span>
  )
}
