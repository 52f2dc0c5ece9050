import { useTeamRental, useTeamState } from '../../board/use-team.ts'
import { useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { listWords } from './words.ts'

/** Who of the team takes care of the rental. */
export function RowCarer({ token }: { token: string }) {
  const w = useWords(listWords)
  const { care } = useWords(laterWords)
  const carer = useTeamRental(token)?.care?.value
  const own = useTeamState(({ person }) => person.name)
  if (carer === undefined) return null
  return (
    <span className="text-muted text-xs">
      <span aria-hidden="true">{carer === own ? w.you : carer}</span>
      <span className="sr-only">{carer === own ? care.mine : care.theirs(carer)}</span>
    </span>
  )
}
