import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Team } from '../team/team.ts'

/** The team's list that the board is bound to; none where the operator has not switched it on, and in the demonstration. */
export const teamStore = createStore<{ team: Team | undefined }>(() => ({ team: undefined }))

export function useTeam(): Team | undefined {
  return useStore(teamStore, state => state.team)
}
