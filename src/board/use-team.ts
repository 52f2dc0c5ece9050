import { useSyncExternalStore } from 'react'
import type { TeamRental } from '../rentals/team-rental.ts'
import { isSignedBy, nameIn } from '../team/person.ts'
import type { TeamState } from '../team/team-core.ts'
import { useTracked } from './board-context.ts'
import { useTeam } from './team-store.ts'

/** A part of what is known of the team's list, which must keep its identity; undefined without one. */
export function useTeamState<Part>(select: (state: TeamState) => Part): Part | undefined {
  const team = useTeam()
  return useSyncExternalStore(
    team?.state.subscribe ?? subscribeToNothing,
    () => team && select(team.state.getState()),
  )
}

/** Undefined for a rental of this browser alone. */
export function useTeamRental(token: string): TeamRental | undefined {
  return useTeamState(({ rentals, kept }) => (kept.has(token) ? undefined : rentals.get(token)))
}

/** The latest time that another browser fetched the file; the person is unknown where none typed a name. */
export function useFetchByOther(token: string): { at: number; person: string | undefined } | undefined {
  const person = useTeamState(state => state.person)
  const fetched = useTeamRental(token)?.fetched ?? []
  const latest = fetched.find(({ by }) => person && !isSignedBy(by, person))
  return latest && { at: latest.at, person: nameIn(latest.by) || undefined }
}

/** How many of these files another browser fetched. */
export function useFetchedByOthers(tokens: readonly string[]): number {
  const person = useTeamState(state => state.person)
  const rentals = useTeamState(state => state.rentals)
  const isByOther = ({ by }: { by: string }) => person !== undefined && !isSignedBy(by, person)
  return tokens.filter(token => rentals?.get(token)?.fetched.some(isByOther)).length
}

const none: readonly string[] = []

/** Rentals that are in the list of this browser, and not yet said to stay there. */
export function useUndecided(): readonly string[] {
  const rentals = useTracked(state => state.rentals)
  const team = useTeam()
  const isListed = useTeamState(state => state.isListed)
  const known = useTeamState(state => state.rentals)
  const kept = useTeamState(state => state.kept)
  if (!team || !isListed) return none
  return [...rentals.keys()].filter(
    token => !known?.get(token)?.tracked.value && !kept?.has(token) && team.isShareable(token),
  )
}

function subscribeToNothing() {
  return () => undefined
}
