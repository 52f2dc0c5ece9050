import { shortToken } from '../format/short-token.ts'
import { useBoard } from './board-context.ts'

export function useRentalName(): (token: string) => string {
  const { tracked } = useBoard()
  return token => tracked.state.getState().rentals.get(token)?.name ?? shortToken(token)
}
