import { type ReactNode, useState } from 'react'
import { useTeam, useTeamRental, useTeamState } from '../../board/use-team.ts'
import { useWords } from '../../i18n/i18n.ts'
import { MAX_PERSON_CHARS } from '../../rentals/team-rental.ts'
import { Button } from '../../ui/button.tsx'
import { NameField } from './name-editors.tsx'
import { detailWords } from './words.ts'

/** Who of the team takes care of the rental, or that it is not in the team's list. */
export function CareLine({ token }: { token: string }) {
  const w = useWords(detailWords)
  const team = useTeam()
  const person = useTeamState(state => state.person)
  const isKept = useTeamState(({ kept }) => kept.has(token)) === true
  const rental = useTeamRental(token)
  const [isAsking, setIsAsking] = useState(false)
  if (team === undefined || person === undefined) return null
  if (isKept) {
    return (
      <Line words={w.care.onlyHere}>
        <Button words={w.care.share} onClick={() => team.share([token])} />
      </Line>
    )
  }
  if (!rental?.tracked.value) return null
  if (isAsking) {
    return (
      <div className="mt-3">
        <p className="mb-1.5">{w.care.yourName}</p>
        <NameField
          name={person.name || undefined}
          label={w.care.yourName}
          maxLength={MAX_PERSON_CHARS}
          onSave={name => {
            team.setPersonName(name ?? '')
            if (name) team.setCare(token, name)
          }}
          onLeave={() => setIsAsking(false)}
        />
      </div>
    )
  }
  const carer = rental.care?.value
  if (carer !== undefined && carer === person.name) {
    return (
      <Line words={w.care.mine}>
        <Button words={w.care.leave} onClick={() => team.setCare(token, undefined)} />
      </Line>
    )
  }
  return (
    <Line words={carer && w.care.theirs(carer)}>
      <Button
        words={w.care.take}
        onClick={() => (person.name ? team.setCare(token, person.name) : setIsAsking(true))}
      />
    </Line>
  )
}

function Line({ words, children }: { words: string | undefined; children: ReactNode }) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      {words && <p className="font-medium">{words}</p>}
      {children}
    </div>
  )
}
