import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Team } from '../team/team.ts'
import { useBoard } from './board-context.ts'

export function createTeamStore(): StoreApi<{ team: Team | undefined }> {
  return createStore(() => ({ team: undefined }))
}

export function useTeam(): Team | undefined {
  return useStore(useBoard().team, state => state.team)
}
