import { type RentalState, states } from './status.ts'

/** This page saw both states. */
export type StatusChange = {
  readonly token: string
  readonly from: RentalState
  readonly to: RentalState
  /** When the page learnt of it: milliseconds since 1970 on the board's clock. */
  readonly at: number
}

/** More than this at a time are shown as one. */
export const MAX_NOTIFICATIONS = 3

/** The rental became ready, failed or cannot be found. */
export function isNotable({ to }: Pick<StatusChange, 'to'>): boolean {
  return states[to].news !== undefined
}

/** The latest notable change of each rental, in the order in which they came. */
export function activeNotifications(
  standing: readonly StatusChange[],
  changes: readonly StatusChange[],
): readonly StatusChange[] {
  const changed = new Set(changes.map(({ token }) => token))
  return [...standing.filter(({ token }) => !changed.has(token)), ...changes.filter(isNotable)]
}
