import { useBoard } from './board-context.ts'
import { shortToken } from './words/short-token.ts'

export function useRentalName(): (token: string) => string {
  const { tracked } = useBoard()
  return token => tracked.state.getState().rentals.get(token)?.name ?? shortToken(token)
}
