import { type History, MAX_HISTORY_ENTRIES } from '../polling/history.ts'
import type { RentalStatus } from './status.ts'

/** Two looks further apart than this (ms), about two intervals of a ready rental, leave a gap between them. */
export const MAX_GAP_MS = 120_000

/** Whether the history is full, so that what came after its first entry may have been let go. */
export function isShortened(history: History): boolean {
  return history.length >= MAX_HISTORY_ENTRIES
}

/** One status with how long it lasted, as far as anybody looked. Durations in milliseconds. */
export type TimelineStep = {
  readonly status: RentalStatus
  /** When it was first seen. */
  readonly from: number
  /** Whether it began at `from`: false for the first status seen, and after a gap. */
  readonly exact: boolean
  /** Time from `from` to its end, or to the latest look while it lasts. A lower bound unless both ends are known. */
  readonly lasted: number
  /** Whether its end was seen; false for the current status and before a gap. */
  readonly ended: boolean
  /** How long nobody looked before the next status was seen; absent when there is no gap. */
  readonly gapAfter: number | undefined
}

/** The steps of a rental's life with the time seen in each; what nobody watched is a gap, never a guess. */
export function timelineOf(history: History): readonly TimelineStep[] {
  return history.map((entry, index) => {
    const next = history[index + 1]
    const unseen = next ? next.from - entry.until : 0
    const watched = unseen <= MAX_GAP_MS
    return {
      status: entry.status,
      from: entry.from,
      exact: startObserved(history, index),
      lasted: (next && watched ? next.from : entry.until) - entry.from,
      ended: next !== undefined && watched,
      gapAfter: watched ? undefined : unseen,
    }
  })
}

/** Since when the current status holds; `exact` is false when it may have begun before anybody looked. */
export function currentSince(history: History): { since: number; exact: boolean } | undefined {
  const last = history.at(-1)
  return last && { since: last.from, exact: startObserved(history, history.length - 1) }
}

function startObserved(history: History, index: number): boolean {
  const entry = history[index]
  const before = history[index - 1]
  return entry !== undefined && before !== undefined && entry.from - before.until <= MAX_GAP_MS
}
