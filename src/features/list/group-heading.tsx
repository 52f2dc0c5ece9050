import { useI18n } from '../../i18n/i18n.ts'
import { type GroupName, groupDots } from '../../rentals/status.ts'

type GroupHeadingProps = { as: 'h2' | 'p'; group: GroupName; count: number }

export function GroupHeading({ as: Heading, group, count }: GroupHeadingProps) {
  const { t, f } = useI18n()
  return (
    <Heading className="flex items-center gap-2 whitespace-nowrap font-semibold text-muted text-sm tracking-wide">
      <span className={`dot ${groupDots[group]}`} aria-hidden="true" />
      <span>{t.list.group(t.groups[group], f.number(count))}</span>
    </Heading>
  )
}
