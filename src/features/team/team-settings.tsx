import { useId } from 'react'
import { useBoard, useTracked } from '../../board/board-context.ts'
import { useTeam } from '../../board/team-store.ts'
import { useTeamState } from '../../board/use-team.ts'
import { useWords } from '../../i18n/i18n.ts'
import { MAX_PERSON_CHARS } from '../../rentals/team-rental.ts'
import { teamWords } from './words.ts'

/** Says whose list it is, and takes the name of who uses this browser. */
export function TeamSettings() {
  const w = useWords(teamWords)
  const id = useId()
  const { isDemo } = useBoard()
  const rentals = useTracked(state => state.rentals)
  const team = useTeam()
  const state = useTeamState(state => state)
  if (team === undefined || state === undefined) {
    return isDemo ? null : (
      <section>
        <h4 className="mb-1.5 font-medium">{w.ownTitle}</h4>
        <p className="text-muted text-sm">{w.ownText}</p>
      </section>
    )
  }
  const kept = [...state.kept].filter(token => rentals.has(token)).length
  return (
    <section>
      <h4 className="mb-1.5 font-medium">{w.title}</h4>
      <p>{w.text}</p>
      {kept > 0 && <p className="mt-2">{w.kept(kept)}</p>}
      {state.unreadable > 0 && <p className="mt-2 text-failed">{w.unreadable(state.unreadable)}</p>}
      <label className="mt-3 block">
        <span className="mb-1 block font-medium">{w.name}</span>
        <input
          key={state.person.name}
          defaultValue={state.person.name}
          maxLength={MAX_PERSON_CHARS}
          autoComplete="name"
          aria-describedby={id}
          onBlur={event => team.setPersonName(event.target.value)}
          className="field py-1.5"
        />
      </label>
      <p id={id} className="mt-1.5 text-muted text-sm">
        {w.nameHint}
      </p>
    </section>
  )
}
