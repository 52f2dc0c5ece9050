import { useI18n } from '../../i18n/i18n.ts'
import { type GroupName, groupDots } from '../../rentals/status.ts'

type GroupHeadingProps = { group: GroupName; count: number; rowIndex: number; height: number }

/** The heading of a group with the number of its rentals. Height in pixels. */
export function GroupHeading({ group, count, rowIndex, height }: GroupHeadingProps) {
  const { t, f } = useI18n()
  return (
    <div role="row" aria-rowindex={rowIndex} style={{ height }} className="flex items-end pb-2">
      <div role="cell" aria-colspan={7}>
        <h2 className="flex items-center gap-2 font-semibold text-muted text-sm tracking-wide">
          <span className={`size-2.5 rounded-full ${groupDots[group]}`} aria-hidden="true" />
          {t.list.group(t.groups[group], f.number(count))}
        </h2>
      </div>
    </div>
  )
}
