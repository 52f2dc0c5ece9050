import { Mars, Venus, VenusAndMars } from 'lucide'
import type { Sex } from '../api/rental.ts'
import { Icon } from './icon.tsx'

const icons = { women: Venus, men: Mars, mixed: VenusAndMars }

export function SexIcon({ sex }: { sex: Sex }) {
  return <Icon of={icons[sex]} className="size-3.5 shrink-0 self-center text-muted" />
}
