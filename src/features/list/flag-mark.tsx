import { TriangleAlert } from 'lucide'
import type { Rental, RentalFlag } from '../../api/rental.ts'
import { formatFlag } from '../../format/format-flag.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

/** These stand beside what they are about. */
const placed: readonly RentalFlag[] = ['cost-disagrees', 'ages-swapped']

/** What is odd about the reply: one thing, or all that has no place of its own. */
export function FlagMark({ rental, only }: { rental: Rental; only?: RentalFlag }) {
  const text = useI18n()
  const flags = rental.flags.filter(flag => (only ? flag === only : !placed.includes(flag)))
  if (flags.length === 0) return null
  const words = flags.map(flag => formatFlag(flag, rental, text)).join(' ')
  return (
    <span className="relative z-10 shrink-0 text-generating" title={words}>
      <Icon of={TriangleAlert} className="size-4" />
      <span className="sr-only">{words}</span>
    </span>
  )
}
