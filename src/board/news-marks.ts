import * as z from 'zod/mini'
import { createStore } from 'zustand/vanilla'
import { momentSchema } from '../api/rental.ts'
import { attempt } from '../lib/attempt.ts'
import { movedTimes } from '../lib/moved-times.ts'
import type { NewsLine } from '../rentals/news.ts'
import { NEWS_KEY, NEWS_VERSION, writeEntry } from '../storage.ts'

/** Who comes back sooner than this (ms) has not been away. */
const MIN_ABSENCE_MS = 1_800_000

/** Visits are noted this exactly (ms): who looks from tab to tab writes nothing. */
const VISIT_STEP_MS = 60_000

/** More than are listed: a line that is read again is only a line that is not bold. */
const MAX_READ_TOKENS = 200

const marksSchema = z.object({
  v: z.literal(NEWS_VERSION),
  /** When the visit before this one ended. Times are milliseconds since 1970 on the board's clock. */
  visitEndedAt: momentSchema,
  /** When a page was last on screen. */
  shownAt: momentSchema,
  /** Everything up to here is read. */
  readUntil: momentSchema,
  /** The rentals whose news are read beyond that, and up to when. */
  read: z.array(z.object({ token: z.string(), at: momentSchema })),
})

type NewsMarks = Readonly<z.infer<typeof marksSchema>>

export type NewsMarksStore = ReturnType<typeof createNewsMarks>

export function isUnread({ readUntil, read }: NewsMarks, { token, at }: NewsLine): boolean {
  return at > readUntil && !read.some(mark => mark.token === token && mark.at >= at)
}

/**
 * What the user has seen of the news, kept for the next visit and alike in all tabs.
 * @param lookedAt when a board last looked: where nothing is stored, that was the last visit
 */
export function createNewsMarks(storage: Storage | undefined, now: () => number, lookedAt = now()) {
  /** A clock that was set back since leaves nothing read, or visited, that is still to come. */
  function read(): NewsMarks | undefined {
    return attempt(() => {
      const marks = marksSchema.parse(JSON.parse(storage?.getItem(NEWS_KEY) ?? ''))
      return { ...movedTimes(marks, at => Math.min(at, now())), read: marks.read }
    })
  }

  const state = createStore<NewsMarks>(() => read() ?? marksSince(lookedAt, now()))

  /** Starts from what is stored: another tab may have marked more. */
  function change(next: (marks: NewsMarks) => Partial<NewsMarks>) {
    const marks = read() ?? state.getState()
    state.setState({ ...marks, ...next(marks) })
    attempt(() => writeEntry(storage, NEWS_KEY, NEWS_VERSION, JSON.stringify(state.getState())))
  }

  return {
    state,
    /** The page is on screen, or leaves it. */
    setShown(isShown: boolean) {
      const at = now()
      const isNoted = at - (read()?.shownAt ?? 0) < VISIT_STEP_MS
      if (isNoted) return
      change(({ shownAt, visitEndedAt }) => ({
        shownAt: at,
        visitEndedAt: isShown && at - shownAt >= MIN_ABSENCE_MS ? shownAt : visitEndedAt,
      }))
    },
    markRead(lines: readonly NewsLine[]) {
      if (!lines.some(line => isUnread(state.getState(), line))) return
      change(({ read, readUntil }) => {
        const newest = [...lines, ...read].filter(({ at }) => at > readUntil).sort((a, b) => b.at - a.at)
        const marks = new Map(newest.toReversed().map(({ token, at }) => [token, { token, at }]))
        return { read: [...marks.values()].slice(-MAX_READ_TOKENS) }
      })
    },
    markAllRead: () => change(() => ({ readUntil: now(), read: [] })),
    /** Loads what another tab wrote under one storage key; null stands for all of them. */
    reload(key: string | null) {
      if (key !== null && key !== NEWS_KEY) return
      const marks = read()
      if (marks) state.setState(marks)
    },
  }
}

function marksSince(visitEndedAt: number, shownAt: number): NewsMarks {
  return { v: NEWS_VERSION, visitEndedAt, shownAt, readUntil: visitEndedAt, read: [] }
}

/** What a board starts from whose user was last there at `visitEndedAt`. */
export function storedMarks(visitEndedAt: number): string {
  return JSON.stringify(marksSince(visitEndedAt, visitEndedAt))
}
