import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Team } from '../team/team.ts'
import { useBoard } from './board-context.ts'

export type TeamStore = StoreApi<{ team: Team | undefined }>

export function createTeamStore(): TeamStore {
  return createStore(() => ({ team: undefined }))
}

export function useTeam(): Team | undefined {
  return useStore(useBoard().team, state => state.team)
}
