import { useBoard } from '../board-context.ts'
import { shortToken } from '../words/short-token.ts'

/** Tells what a rental is called just now: the user's name for it, or its token. */
export function useRentalName(): (token: string) => string {
  const { tracked } = useBoard()
  return token => tracked.state.getState().rentals.get(token)?.name ?? shortToken(token)
}
