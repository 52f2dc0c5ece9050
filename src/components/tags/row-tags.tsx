import { useText } from '../../i18n/text.ts'
import { TagButton } from './tag-button.tsx'

/** How many tags of a rental a row shows, where it has room for them. */
const SHOWN = 2

/** The first tags of a rental, whole, and how many more it has; the search and the detail lead to all of them. */
export function RowTags({ tags }: { tags: readonly string[] }) {
  const { t } = useText()
  const [first, second] = tags
  const rest = tags.slice(SHOWN)
  return (
    <span className="relative z-10 flex pointer-coarse:pointer-events-none min-w-0 items-center">
      {first !== undefined && (
        <span className="flex min-w-0">
          <TagButton tag={first} inRow />
        </span>
      )}
      {second !== undefined && (
        <>
          <span className="row-tag-second flex min-w-0 overflow-hidden pl-1">
            <TagButton tag={second} inRow />
          </span>
          <Further className="row-tags-one" tags={tags.slice(1)} />
        </>
      )}
      {rest.length > 0 && (
        <>
          <Further className="row-tags-two" tags={rest} />
          <span className="sr-only">{t.tools.moreTags(rest.join(', '))}</span>
        </>
      )}
    </span>
  )
}

/** «+2», with the tags it stands for as its tooltip. */
function Further({ className, tags }: { className: string; tags: readonly string[] }) {
  const { f } = useText()
  return (
    <span
      className={`shrink-0 overflow-hidden whitespace-nowrap text-muted text-xs ${className}`}
      title={tags.join(', ')}
      aria-hidden="true"
    >
      <span className="pl-1">+{f.number(tags.length)}</span>
    </span>
  )
}
