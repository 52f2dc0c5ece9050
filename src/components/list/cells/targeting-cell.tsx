import { useStore } from 'zustand'
import type { Rental } from '../../../api/rental.ts'
import { useI18n } from '../../../i18n/i18n.ts'
import { useBoard } from '../../board-context.ts'
import { formatCriteria, formatPeople } from '../../words/format-targeting.ts'
import { FlagMark } from '../flag-mark.tsx'
import { SexIcon } from '../sex-icon.tsx'
import { Cell } from './cell.tsx'

/** Who was asked for, in words. */
export function TargetingCell({ rental }: { rental: Rental }) {
  const text = useI18n()
  const { preferences } = useBoard()
  const names = useStore(preferences.state, state => state.interests)
  const people = formatPeople(rental.targeting, text)
  const criteria = formatCriteria(rental.targeting, text, names)
  return (
    <Cell className="[grid-area:targeting] group-data-[layout=medium]/list:flex">
      <span className="flex min-w-0 items-center gap-1.5 group-data-[layout=medium]/list:shrink-0">
        {rental.targeting.sex && <SexIcon sex={rental.targeting.sex} />}
        <span className={`truncate ${people ? '' : 'text-muted'}`}>
          {people ?? (criteria ? text.t.notGiven : text.t.targeting.none)}
        </span>
        <FlagMark flags={rental.flags.filter(flag => flag === 'ages-swapped')} />
      </span>
      {criteria && (
        <span className="block truncate text-muted group-data-[layout=medium]/list:before:content-[',_']">
          {criteria}
        </span>
      )}
    </Cell>
  )
}
