import { useI18n } from '../../i18n/i18n.ts'
import { TagButton } from '../../ui/tag-button.tsx'

const MAX_TAGS_SHOWN = 2

export function RowTags({ tags }: { tags: readonly string[] }) {
  const { t } = useI18n()
  const [first, second] = tags
  const rest = tags.slice(MAX_TAGS_SHOWN)
  return (
    <span className="relative z-10 flex min-w-0 flex-wrap items-center gap-1 pointer-coarse:pointer-events-none">
      {first !== undefined && <TagButton tag={first} inRow />}
      {second !== undefined && (
        <>
          <span className="flex max-w-full not-print:@max-[11rem]:sr-only">
            <TagButton tag={second} inRow />
          </span>
          <Further className="@min-[11rem]:hidden" tags={tags.slice(1)} />
        </>
      )}
      {rest.length > 0 && (
        <>
          <Further className="@max-[11rem]:hidden" tags={rest} />
          <span className="sr-only">{t.tools.moreTags(rest.join(', '))}</span>
        </>
      )}
    </span>
  )
}

/** «+2», with the tags it stands for as its tooltip. */
function Further({ className, tags }: { className: string; tags: readonly string[] }) {
  const { f } = useI18n()
  return (
    <span
      className={`shrink-0 text-muted text-xs print:hidden ${className}`}
      title={tags.join(', ')}
      aria-hidden="true"
    >
      {`+${f.number(tags.length)}`}
    </span>
  )
}
