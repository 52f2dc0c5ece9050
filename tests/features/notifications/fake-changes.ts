import { act } from '@testing-library/react'
import { vi } from 'vitest'
import type { RunningBoard } from '../../../src/app/create-board.ts'
import type { RentalState } from '../../../src/rentals/status.ts'
import type { StatusChange } from '../../../src/rentals/status-changes.ts'

/** Tells the page that these rentals changed just now. */
export function change(
  board: RunningBoard,
  to: Readonly<Record<string, RentalState>>,
): readonly StatusChange[] {
  const latest = Object.entries(to).map(([token, state]) => {
    return { token, from: 'generating', to: state, at: board.now() } as const
  })
  act(() => board.changes.setState({ latest }))
  return latest
}

/** Lets time pass for the page, in milliseconds. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}
