import { type ReactNode, useState } from 'react'
import { useTeam } from '../../board/team-store.ts'
import { useTeamRental, useTeamState } from '../../board/use-team.ts'
import { useI18n, useWords } from '../../i18n/i18n.ts'
import { laterWords } from '../../i18n/later-words.ts'
import { MAX_PERSON_CHARS, type Stamp } from '../../rentals/team-rental.ts'
import { nameIn } from '../../team/person.ts'
import { Button } from '../../ui/button.tsx'
import { NameField, useFocusBack } from './name-editors.tsx'
import { detailWords } from './words.ts'

/** Who of the team takes care of the rental, or that it is not in the team's list. */
export function TeamPart({ token }: { token: string }) {
  return (
    <>
      <CareLine token={token} />
      <TeamFacts token={token} />
    </>
  )
}

/** By whom it was added and its file fetched, where they typed a name. */
function TeamFacts({ token }: { token: string }) {
  const { f, w } = useI18n(detailWords)
  const rental = useTeamRental(token)
  if (!rental?.tracked.value) return null
  const [fetched] = rental.fetched
  return (
    <>
      <Fact stamp={rental.added} write={(name, at) => w.care.addedBy(name, f.moment(at))} />
      {fetched && <Fact stamp={fetched} write={(name, at) => w.care.fetchedBy(name, f.moment(at))} />}
    </>
  )
}

function Fact({ stamp, write }: { stamp: Stamp; write: (name: string, at: number) => string }) {
  const name = nameIn(stamp.by)
  return name === '' ? null : <p className="mt-2 text-muted text-sm">{write(name, stamp.at)}</p>
}

function CareLine({ token }: { token: string }) {
  const w = useWords(detailWords)
  const { care } = useWords(laterWords)
  const team = useTeam()
  const person = useTeamState(state => state.person)
  const isKept = useTeamState(({ kept }) => kept.has(token)) === true
  const rental = useTeamRental(token)
  const [isAsking, setIsAsking] = useState(false)
  const opener = useFocusBack(isAsking)
  if (team === undefined || person === undefined) return null
  // Its token makes too long a name for a file.
  if (!team.isShareable(token)) return <Line words={w.care.onlyHere} />
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
      <Line words={care.mine}>
        <Button ref={opener} words={w.care.leave} onClick={() => team.setCare(token, undefined)} />
      </Line>
    )
  }
  return (
    <Line words={carer && care.theirs(carer)}>
      <Button
        ref={opener}
        words={w.care.take}
        onClick={() => (person.name ? team.setCare(token, person.name) : setIsAsking(true))}
      />
    </Line>
  )
}

function Line({ words, children }: { words: string | undefined; children?: ReactNode }) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      {words && <p className="font-medium">{words}</p>}
      {children}
    </div>
  )
}
