import { TriangleAlert } from 'lucide'
import type { Rental, RentalFlag } from '../../api/rental.ts'
import { formatFlag } from '../../format/format-flag.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

/** What is odd about the reply, of these kinds. */
export function FlagMark({ rental, among }: { rental: Rental; among: ReadonlySet<RentalFlag> }) {
  const text = useI18n()
  const flags = rental.flags.filter(flag => among.has(flag))
  if (flags.length === 0) return null
  const words = flags.map(flag => formatFlag(flag, rental, text)).join(' ')
  return (
    <span className="relative z-10 shrink-0 text-generating" title={words}>
      <Icon of={TriangleAlert} className="size-4" />
      <span className="sr-only">{words}</span>
    </span>
  )
}
