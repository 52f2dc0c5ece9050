import { memoizeWeak } from '../lib/memoize.ts'
import type { Missing } from '../polling/check.ts'
import type { History } from '../polling/history.ts'
import type { RentalStatus } from './status.ts'
import { MAX_GAP_MS, timelineOf } from './timeline.ts'

/** What a user wants to hear of afterwards. */
const newsStatuses = ['ready', 'failed', 'downloaded'] as const satisfies readonly RentalStatus[]

export type NewsState = (typeof newsStatuses)[number] | 'not-found'

/** Times are milliseconds since 1970. */
export type NewsLine = {
  readonly token: string
  readonly to: NewsState
  /** When a check first found it so. */
  readonly at: number
  /** The last look before that, where nobody looked for a while in between: it happened at some time since then. */
  readonly after?: number | undefined
}

/** How many lines are listed. */
export const MAX_NEWS_LINES = 50

type NewsSources = {
  history: (token: string) => History | undefined
  missing: (token: string) => Missing | undefined
}

/**
 * What happened to these rentals, latest first: it follows from what is stored of each, so that all tabs agree, what
 * happened while no page was open is there too, and nothing is left of a rental that is removed.
 */
export function latestNews(tokens: Iterable<string>, { history, missing }: NewsSources): readonly NewsLine[] {
  const lines: NewsLine[] = []
  for (const token of tokens) {
    for (const change of changesIn(history(token) ?? none)) lines.push({ token, ...change })
    const lost = missing(token)
    if (lost) lines.push({ token, to: 'not-found', at: lost.from, after: gapBefore(lost) })
  }
  return lines.sort((a, b) => b.at - a.at).slice(0, MAX_NEWS_LINES)
}

const none: History = []

/** The first status seen is no news: it may be as old as the rental. */
const changesIn = memoizeWeak((history: History) =>
  timelineOf(history).flatMap(({ status, from, exact }, index) => {
    const before = history[index - 1]
    const to = newsStatuses.find(news => news === status)
    if (before === undefined || to === undefined) return []
    return [{ to, at: from, after: exact ? undefined : before.until }]
  }),
)

function gapBefore({ from, foundUntil }: Missing): number | undefined {
  return from - foundUntil > MAX_GAP_MS ? foundUntil : undefined
}

export function areSameNews(a: readonly NewsLine[], b: readonly NewsLine[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (line, index) => line.token === b[index]?.token && line.at === b[index]?.at && line.to === b[index]?.to,
    )
  )
}
