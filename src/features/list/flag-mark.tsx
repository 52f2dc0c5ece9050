import { TriangleAlert } from 'lucide'
import type { RentalFlag } from '../../api/rental.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

export function FlagMark({ flags }: { flags: readonly RentalFlag[] }) {
  const { t } = useI18n()
  if (flags.length === 0) return null
  const words = flags.map(flag => t.flags[flag]).join(' ')
  return (
    <span className="relative z-10 shrink-0 text-generating" title={words}>
      <Icon of={TriangleAlert} className="size-4" />
      <span className="sr-only">{words}</span>
    </span>
  )
}
