import { Mars, Venus, VenusAndMars } from 'lucide-react'
import type { Sex } from '../../api/rental.ts'

const icons = { women: Venus, men: Mars, mixed: VenusAndMars }

/** The sign of a sex, beside its word. */
export function SexIcon({ sex }: { sex: Sex }) {
  const Icon = icons[sex]
  return <Icon className="size-3.5 shrink-0 self-center text-muted" aria-hidden="true" />
}
